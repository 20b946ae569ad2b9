package id.dompet.testkit.doku;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.dompet.testkit.NotificationClient;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * Makes one delivery: asks the merchant for a token with a request signed by DOKU's key, then sends
 * the notification with that token, signed with the client secret over the registered path.
 */
final class NotificationSender {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final DokuSettings settings;
    private final NotificationClient client;
    private volatile Optional<String> lastToken = Optional.empty();

    NotificationSender(DokuSettings settings) {
        this.settings = settings;
        this.client = new NotificationClient(settings.posting().timeout());
    }

    /** The token the merchant issued last. */
    Optional<String> lastToken() {
        return lastToken;
    }

    NotificationAttempt send(
            DokuNotification.Content content,
            MerchantEndpoints merchant,
            UnaryOperator<OutgoingNotification> change) {
        NotificationClient.Result handshake = askForToken(merchant.token());
        Optional<String> token =
                handshake.status().orElse(0) / 100 == 2
                        ? field(handshake.body(), "accessToken")
                        : Optional.empty();
        if (token.isEmpty()) {
            String why = handshake.failure().isEmpty() ? "no token" : handshake.failure();
            return attempt(handshake.status(), OptionalInt.empty(), Optional.empty(), why);
        }
        lastToken = token;
        URI address =
                content.kind() == NotificationKind.PAYMENT
                        ? merchant.payment()
                        : merchant.binding();
        OutgoingNotification sent =
                change.apply(outgoing(content, address.getRawPath(), token.get()));
        NotificationClient.Result result =
                client.post(
                        address.toString(),
                        sent.signedHeaders(settings.credentials().clientSecret()),
                        sent.body());
        return attempt(
                handshake.status(),
                result.status(),
                field(result.body(), "responseCode"),
                result.failure());
    }

    private NotificationClient.Result askForToken(URI address) {
        String timestamp = SnapTime.format(settings.clock().instant());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("X-CLIENT-KEY", settings.clientId());
        headers.put("X-TIMESTAMP", timestamp);
        headers.put(
                "X-SIGNATURE",
                SnapSignatures.asymmetric(
                        settings.credentials().doku().getPrivate(),
                        settings.clientId(),
                        timestamp));
        String body = SnapAnswers.object().put("grantType", "client_credentials").toString();
        return client.post(address.toString(), headers, body);
    }

    private OutgoingNotification outgoing(
            DokuNotification.Content content, String path, String token) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        content.customerToken()
                .ifPresent(each -> headers.put("Authorization-customer", "Bearer " + each));
        headers.put("X-PARTNER-ID", settings.clientId());
        headers.put("X-EXTERNAL-ID", content.externalId());
        return new OutgoingNotification(
                token,
                path,
                content.body(),
                content.body(),
                SnapTime.format(settings.clock().instant()),
                headers,
                UnaryOperator.identity());
    }

    private NotificationAttempt attempt(
            OptionalInt tokenStatus,
            OptionalInt status,
            Optional<String> responseCode,
            String failure) {
        return new NotificationAttempt(
                settings.clock().instant(), tokenStatus, status, responseCode, failure);
    }

    private static Optional<String> field(String body, String name) {
        try {
            String value = JSON.readTree(body).path(name).asText("");
            return value.isEmpty() ? Optional.empty() : Optional.of(value);
        } catch (JsonProcessingException e) {
            // A merchant may answer anything; what is not JSON says nothing.
            return Optional.empty();
        }
    }
}
