package id.dompet.provider.doku;

import id.dompet.http.InboundRequest;
import id.dompet.model.Notification;
import java.time.Instant;
import java.util.Optional;

/**
 * DOKU asks the merchant for a token before it notifies: developers.doku.com, HTTP notification
 * sample for SNAP. The signature covers client id and time only, so the body is read last, and what
 * it says decides nothing but whether the request is well formed.
 */
final class TokenHandshake {
    private static final SnapService SERVICE = SnapService.TOKEN_B2B;

    private final DokuConfig config;
    private final AsymmetricSigner signer;
    private final NotificationTokens tokens;
    private final SnapJson json;
    private final SnapReplies replies;

    TokenHandshake(
            DokuConfig config,
            AsymmetricSigner signer,
            NotificationTokens tokens,
            SnapJson json,
            SnapReplies replies) {
        this.config = config;
        this.signer = signer;
        this.tokens = tokens;
        this.json = json;
        this.replies = replies;
    }

    /** Token requests name the client in a header that notifications do not have. */
    static boolean isOne(InboundRequest inbound) {
        return !inbound.header("X-CLIENT-KEY").isEmpty()
                && inbound.header("Authorization").isEmpty();
    }

    Notification open(InboundRequest inbound, Instant now) {
        Optional<String> client = inbound.onlyHeader("X-CLIENT-KEY");
        Optional<String> timestamp = inbound.onlyHeader("X-TIMESTAMP");
        Optional<String> signature = inbound.onlyHeader("X-SIGNATURE");
        if (client.isEmpty() || timestamp.isEmpty() || signature.isEmpty()) {
            return replies.rejected(
                    SERVICE,
                    400,
                    "02",
                    "Invalid Mandatory Field",
                    "a token request without X-CLIENT-KEY, X-TIMESTAMP or X-SIGNATURE, or with one"
                            + " of them twice");
        }
        if (!client.get().equals(config.clientId())) {
            return unauthorized("Unknown Client", "a token request for another client id");
        }
        if (!signer.isDokus(client.get(), timestamp.get(), signature.get())) {
            return unauthorized(
                    "Invalid Signature",
                    "the signature of a token request is not DOKU's; check doku-public-key");
        }
        if (!SnapTime.isRecent(timestamp.get(), now)) {
            return unauthorized(
                    "Invalid Timestamp",
                    "a token request whose time is more than 15 minutes from now; check this"
                            + " machine's clock");
        }
        Optional<String> grant = json.read(inbound.body()).flatMap(body -> body.text("grantType"));
        if (grant.filter("client_credentials"::equals).isEmpty()) {
            return replies.rejected(
                    SERVICE,
                    400,
                    "01",
                    "Invalid Field Format grantType",
                    "a token request with another grantType than client_credentials");
        }
        return new Notification.Handshake(
                replies.token(tokens.issue(now), config.clientId(), SnapTime.header(now)));
    }

    private Notification unauthorized(String words, String why) {
        return replies.rejected(SERVICE, 401, "00", "Unauthorized. " + words, why);
    }
}
