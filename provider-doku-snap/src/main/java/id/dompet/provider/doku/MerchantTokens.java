package id.dompet.provider.doku;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.dompet.sign.Digest;
import id.dompet.spi.Call;
import id.dompet.spi.CredentialStore.Credential;
import id.dompet.spi.Credentials;
import org.jspecify.annotations.Nullable;

/**
 * The merchant's token: one for the client id and the address it was fetched from, shared by the
 * whole fleet, because only the latest one is valid (developers.doku.com, DOKU Wallet, token).
 */
final class MerchantTokens {
    private final Credentials credentials;
    private final TokenEndpoint endpoint;
    private final String subject;
    private volatile @Nullable BearerToken shown;

    MerchantTokens(DokuConfig config, Credentials credentials, TokenEndpoint endpoint) {
        this.credentials = credentials;
        this.endpoint = endpoint;
        String of = config.clientId() + "\n" + config.baseUrl();
        this.subject = "b2b-" + Digest.SHA_256.hex(of.getBytes(UTF_8)).substring(0, 16);
    }

    HeldToken current(Call call) {
        return HeldToken.current(
                credentials, call, subject, (renewing, old) -> endpoint.merchant(renewing));
    }

    /** The token as requests show it. */
    BearerToken shown(Credential token) {
        BearerToken known = shown;
        if (known == null || !known.isOf(token.value())) {
            known = new BearerToken(token.value());
            shown = known;
        }
        return known;
    }

    void refused(Credential token) {
        credentials.refused(subject, token);
    }
}
