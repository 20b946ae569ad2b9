package id.dompet.provider.doku;

import id.dompet.http.InboundRequest;
import id.dompet.model.Notification;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Decides whether a notification is DOKU's: developers.doku.com, HTTP notification sample for SNAP.
 * It must carry a token of ours and be signed, with the client secret, over that token, the path
 * that is registered with DOKU and the body. Nothing of the body is read before.
 */
final class NotificationVerifier {
    private static final Pattern EXTERNAL_ID = Pattern.compile("[\\x21-\\x7e]{1,64}");
    private static final String BEARER = "Bearer ";

    private final DokuConfig config;
    private final SymmetricSigner signer;
    private final NotificationTokens tokens;
    private final SnapReplies replies;

    NotificationVerifier(
            DokuConfig config,
            SymmetricSigner signer,
            NotificationTokens tokens,
            SnapReplies replies) {
        this.config = config;
        this.signer = signer;
        this.tokens = tokens;
        this.replies = replies;
    }

    /** What to answer to a request that is not genuine; empty if it is. */
    Optional<Notification> refusal(SnapService service, InboundRequest inbound, Instant now) {
        Optional<String> authorization = inbound.onlyHeader("Authorization");
        Optional<String> timestamp = inbound.onlyHeader("X-TIMESTAMP");
        Optional<String> signature = inbound.onlyHeader("X-SIGNATURE");
        Optional<String> partner = inbound.onlyHeader("X-PARTNER-ID");
        Optional<String> externalId = inbound.onlyHeader("X-EXTERNAL-ID");
        for (Optional<String> header :
                List.of(authorization, timestamp, signature, partner, externalId)) {
            if (header.isEmpty()) {
                return Optional.of(
                        replies.rejected(
                                service,
                                400,
                                "02",
                                "Invalid Mandatory Field",
                                "one of Authorization, X-TIMESTAMP, X-SIGNATURE, X-PARTNER-ID and"
                                        + " X-EXTERNAL-ID is missing or repeated"));
            }
        }
        String bearer = authorization.get();
        String token = bearer.startsWith(BEARER) ? bearer.substring(BEARER.length()) : bearer;
        if (!tokens.isValid(token, now)) {
            return Optional.of(
                    replies.rejected(
                            service,
                            401,
                            "01",
                            "Invalid Token (B2B)",
                            "the token is not one of ours, or its time is over"));
        }
        if (!isSigned(inbound, token, timestamp.get(), signature.get())) {
            return Optional.of(
                    unauthorized(
                            service,
                            "Signature",
                            "the signature does not match; check client-secret, and"
                                    + " notification-path if a proxy changes paths"));
        }
        if (!partner.get().equals(config.clientId())) {
            return Optional.of(
                    unauthorized(service, "Partner", "X-PARTNER-ID is not our client-id"));
        }
        if (!EXTERNAL_ID.matcher(externalId.get()).matches()) {
            return Optional.of(
                    replies.rejected(
                            service,
                            400,
                            "01",
                            "Invalid Field Format X-EXTERNAL-ID",
                            "X-EXTERNAL-ID is not 1 to 64 printable characters"));
        }
        return Optional.empty();
    }

    private boolean isSigned(
            InboundRequest inbound, String token, String timestamp, String signature) {
        List<String> paths =
                config.notificationPaths().isEmpty()
                        ? List.of(inbound.target())
                        : config.notificationPaths();
        boolean found = false;
        for (String path : paths) {
            found |=
                    signer.matches(
                            inbound.method(), path, token, inbound.body(), timestamp, signature);
        }
        return found;
    }

    private Notification unauthorized(SnapService service, String words, String why) {
        return replies.rejected(service, 401, "00", "Unauthorized. Invalid " + words, why);
    }
}
