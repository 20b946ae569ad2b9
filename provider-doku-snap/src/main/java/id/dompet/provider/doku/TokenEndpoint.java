package id.dompet.provider.doku;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.http.HttpRequest;
import id.dompet.http.HttpRequest.Effect;
import id.dompet.model.DompetException;
import id.dompet.model.DompetException.CredentialsRefused;
import id.dompet.model.DompetException.RateLimited;
import id.dompet.model.DompetException.Unavailable;
import id.dompet.model.Secret;
import id.dompet.spi.Call;
import id.dompet.spi.CredentialStore.Credential;
import id.dompet.spi.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Asks DOKU for tokens (developers.doku.com, get token API, B2B and B2B2C). A token is opaque, and
 * lives as long as the answer says.
 */
final class TokenEndpoint {
    /** The documented life, should an answer name none. */
    private static final Duration DOCUMENTED_LIFE = Duration.ofMinutes(15);

    private static final int MAX_LIFE_DIGITS = 7;

    private final DokuConfig config;
    private final AsymmetricSigner signer;
    private final SnapJson json;
    private final TimeSource time;

    TokenEndpoint(DokuConfig config, AsymmetricSigner signer, SnapJson json, TimeSource time) {
        this.config = config;
        this.signer = signer;
        this.json = json;
        this.time = time;
    }

    /** The merchant's token. Its life is counted from before the request. */
    Credential merchant(Call call) {
        Instant asked = time.now();
        ObjectNode body = json.object().put("grantType", "client_credentials");
        Reading answer = send(call, SnapService.TOKEN_B2B, SnapPaths.TOKEN_B2B, body, List.of());
        if (answer.verdict() != Verdict.ACCEPTED) {
            throw refusal(answer);
        }
        return Credential.token(
                accessToken(SnapService.TOKEN_B2B, answer), asked.plus(life(answer)));
    }

    /**
     * A customer's token for an auth code.
     *
     * @return empty if DOKU refuses the code: not finished linking yet, or unlinked since
     */
    Optional<Credential> forAuthCode(Call call, Secret authCode, String owner) {
        return customer(call, "authorization_code", "authCode", authCode, owner);
    }

    /** A customer's token for a refresh token; empty if DOKU refuses it. */
    Optional<Credential> forRefreshToken(Call call, Secret refreshToken, String owner) {
        return customer(call, "refresh_token", "refreshToken", refreshToken, owner);
    }

    private Optional<Credential> customer(
            Call call, String grant, String field, Secret secret, String owner) {
        Instant asked = time.now();
        ObjectNode body = json.object().put("grantType", grant).put(field, secret.reveal());
        Reading answer =
                send(
                        call,
                        SnapService.TOKEN_B2B2C,
                        SnapPaths.TOKEN_B2B2C,
                        body,
                        List.of(secret.reveal()));
        return switch (answer.verdict()) {
            case ACCEPTED -> Optional.of(granted(answer, asked, owner));
            case CREDENTIALS, CUSTOMER_TOKEN, INVALID -> refused(answer);
            case REFUSED, NOT_FOUND -> Optional.empty();
            case MERCHANT_TOKEN, IN_PROGRESS, CUSTOMER_ACTION, ASK, LATER, OPEN ->
                    throw refusal(answer);
        };
    }

    /** 4017400 is a bad signature or a code that is not valid; only the words tell which. */
    private Optional<Credential> refused(Reading answer) {
        boolean fromDoku = answer.code().length() == 7;
        if (!fromDoku || answer.words().toLowerCase(Locale.ROOT).contains("signature")) {
            throw refusal(answer);
        }
        return Optional.empty();
    }

    private Credential granted(Reading answer, Instant asked, String owner) {
        JsonObject fields = answer.json().orElseThrow();
        Instant end =
                fields.text("accessTokenExpiryTime")
                        .flatMap(SnapTime::read)
                        .orElse(asked.plus(DOCUMENTED_LIFE));
        return new Credential(
                accessToken(SnapService.TOKEN_B2B2C, answer),
                fields.text("refreshToken").map(Secret::of),
                Optional.of(end),
                Optional.of(owner));
    }

    private Reading send(
            Call call, SnapService service, String path, ObjectNode body, List<String> sent) {
        String timestamp = SnapTime.header(time.now());
        HttpRequest request =
                HttpRequest.post(
                                config.address(path),
                                Effect.NONE,
                                "application/json",
                                json.write(body))
                        .withHeader("Accept", "application/json")
                        .withHeader("X-CLIENT-KEY", config.clientId())
                        .withHeader("X-TIMESTAMP", timestamp)
                        .withHeader("X-SIGNATURE", signer.sign(config.clientId(), timestamp));
        return Reading.of(service, call.send(request), json, config.hidden(sent), time.now());
    }

    private Secret accessToken(SnapService service, Reading answer) {
        return answer.json()
                .flatMap(fields -> fields.text("accessToken"))
                .filter(token -> token.chars().allMatch(c -> c > ' ' && c < 127))
                .map(Secret::of)
                .orElseThrow(
                        () ->
                                new Unavailable(
                                        config.id(),
                                        service.label() + ": success without a usable accessToken",
                                        null));
    }

    private static Duration life(Reading answer) {
        return answer.json()
                .flatMap(fields -> fields.text("expiresIn"))
                .filter(text -> text.matches("[0-9]{1," + MAX_LIFE_DIGITS + "}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(DOCUMENTED_LIFE);
    }

    private DompetException refusal(Reading answer) {
        return switch (answer.verdict()) {
            case CREDENTIALS, MERCHANT_TOKEN, CUSTOMER_TOKEN, INVALID, REFUSED ->
                    new CredentialsRefused(
                            config.id(),
                            answer.code(),
                            answer.detail()
                                    + "; check client-id, private-key (its public half must be"
                                    + " registered with DOKU), the environment and this machine's"
                                    + " clock");
            case LATER -> new RateLimited(config.id(), answer.detail(), answer.retryAfter());
            case ACCEPTED, IN_PROGRESS, NOT_FOUND, CUSTOMER_ACTION, ASK, OPEN ->
                    new Unavailable(config.id(), answer.detail(), null);
        };
    }
}
