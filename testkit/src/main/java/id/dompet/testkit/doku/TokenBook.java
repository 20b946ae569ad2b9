package id.dompet.testkit.doku;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.testkit.doku.CustomerToken.RefreshToken;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** All tokens DOKU has issued; they are RS256 JWTs, as the real ones. Thread-safe. */
final class TokenBook {

    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private final DokuSettings settings;
    private final BindingBook bindings;
    private final DokuIds ids;
    private final Map<String, Instant> merchantTokens = new HashMap<>();
    private final Map<String, CustomerToken> customerTokens = new HashMap<>();
    private final Map<String, RefreshToken> refreshTokens = new HashMap<>();

    TokenBook(DokuSettings settings, BindingBook bindings, DokuIds ids) {
        this.settings = settings;
        this.bindings = bindings;
        this.ids = ids;
    }

    /** A new merchant token. */
    synchronized String issueMerchantToken() {
        Instant now = settings.clock().instant();
        Instant expiresAt = now.plus(settings.tokens().merchantLifetime());
        String token = jwt(now, expiresAt, Optional.empty());
        if (settings.tokens().onlyLatestIsValid()) {
            merchantTokens.clear();
        }
        merchantTokens.put(token, expiresAt);
        return token;
    }

    synchronized boolean isMerchantToken(String token) {
        Instant expiresAt = merchantTokens.get(token);
        return expiresAt != null && settings.clock().instant().isBefore(expiresAt);
    }

    /** Ends every merchant token, as if DOKU had forgotten them. */
    synchronized void revokeMerchantTokens() {
        merchantTokens.clear();
    }

    /** Ends every token of every customer; the refresh tokens and the links stay. */
    synchronized void revokeCustomerTokens() {
        customerTokens.clear();
    }

    /** A new token of the customer behind a binding. */
    synchronized CustomerToken issueCustomerToken(Binding binding) {
        Instant now = settings.clock().instant();
        Instant expiresAt = now.plus(settings.tokens().customerLifetime());
        Optional<RefreshToken> refresh =
                settings.tokens().refreshable()
                        ? Optional.of(
                                new RefreshToken(
                                        binding,
                                        ids.refreshToken(),
                                        expiresAt.plus(settings.tokens().refreshLifetime())))
                        : Optional.empty();
        String token = jwt(now, expiresAt, Optional.of(binding.referenceNo()));
        CustomerToken issued = new CustomerToken(binding, token, expiresAt, refresh);
        customerTokens.put(token, issued);
        refresh.ifPresent(each -> refreshTokens.put(each.token(), each));
        return issued;
    }

    /** The binding a refresh token can renew the token of; empty when it can no more. */
    synchronized Optional<Binding> redeem(String refreshToken) {
        Optional<RefreshToken> found =
                Optional.ofNullable(refreshTokens.get(refreshToken))
                        .filter(each -> settings.clock().instant().isBefore(each.expiresAt()))
                        .filter(each -> bindings.isActive(each.binding()));
        if (found.isPresent() && settings.tokens().rotatesRefreshTokens()) {
            refreshTokens.remove(refreshToken);
        }
        return found.map(RefreshToken::binding);
    }

    /** A customer's token that has neither expired nor outlived its binding. */
    synchronized Optional<CustomerToken> customerToken(String token) {
        return Optional.ofNullable(customerTokens.get(token))
                .filter(each -> settings.clock().instant().isBefore(each.expiresAt()))
                .filter(each -> bindings.isActive(each.binding()));
    }

    private String jwt(Instant now, Instant expiresAt, Optional<String> account) {
        ObjectNode header = JsonNodeFactory.instance.objectNode().put("alg", "RS256");
        ObjectNode claims =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("exp", expiresAt.getEpochSecond())
                        .put("nbf", now.getEpochSecond())
                        .put("iss", "DOKU")
                        .put("iat", now.getEpochSecond())
                        .put("jti", ids.tokenId())
                        .put("clientId", settings.clientId());
        account.ifPresent(id -> claims.put("additionalData", "{\"accountId\":\"" + id + "\"}"));
        String unsigned = encode(header) + "." + encode(claims);
        return ids.secret(
                unsigned
                        + "."
                        + SnapSignatures.rsa(
                                settings.credentials().doku().getPrivate(), unsigned, URL));
    }

    private static String encode(ObjectNode part) {
        return URL.encodeToString(part.toString().getBytes(StandardCharsets.UTF_8));
    }
}
