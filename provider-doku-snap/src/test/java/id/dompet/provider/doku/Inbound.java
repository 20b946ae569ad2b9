package id.dompet.provider.doku;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.dompet.http.Body;
import id.dompet.http.HttpResponse;
import id.dompet.http.InboundRequest;
import id.dompet.model.Notification;
import id.dompet.model.Secret;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What DOKU sends to the merchant, made as DOKU makes it. */
final class Inbound {
    static final String PATH = "/notify/doku";

    private final Given given;
    private final SymmetricSigner signer = new SymmetricSigner(Secret.of(Given.CLIENT_SECRET));

    Inbound(Given given) {
        this.given = given;
    }

    Notification open(InboundRequest request) {
        return given.notifications().open(given.call(), request);
    }

    InboundRequest tokenRequest() {
        String timestamp = SnapTime.header(given.doku.time.now());
        return request(
                PATH,
                Map.of(
                        "X-CLIENT-KEY",
                        Given.CLIENT_ID,
                        "X-TIMESTAMP",
                        timestamp,
                        "X-SIGNATURE",
                        Keys.doku().sign(Given.CLIENT_ID, timestamp)),
                "{\"grantType\":\"client_credentials\"}");
    }

    /** A token from the merchant's own endpoint. */
    String token() {
        Notification.Handshake handshake = (Notification.Handshake) open(tokenRequest());
        return field(handshake.reply(), "accessToken");
    }

    Notification notify(String body) {
        return open(notification(body));
    }

    InboundRequest notification(String body) {
        return notification(PATH, token(), SnapTime.header(given.doku.time.now()), body);
    }

    InboundRequest notification(String path, String token, String timestamp, String body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", "Bearer " + token);
        headers.put("X-TIMESTAMP", timestamp);
        headers.put("X-PARTNER-ID", Given.CLIENT_ID);
        headers.put("X-EXTERNAL-ID", "249319367692003199365649609468213166");
        headers.put(
                "X-SIGNATURE",
                signer.sign(
                        "POST",
                        path,
                        token.getBytes(StandardCharsets.UTF_8),
                        Body.utf8(body),
                        timestamp));
        return request(path, headers, body);
    }

    static InboundRequest request(String path, Map<String, String> headers, String body) {
        Map<String, List<String>> all = new TreeMap<>();
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        all.put("Content-Type", List.of("application/json"));
        return InboundRequest.of("POST", path, all, body.getBytes(StandardCharsets.UTF_8));
    }

    static InboundRequest with(InboundRequest request, String header, List<String> values) {
        Map<String, List<String>> headers = new TreeMap<>(request.headers());
        headers.remove(header);
        if (!values.isEmpty()) {
            headers.put(header, values);
        }
        return InboundRequest.of(
                request.method(), request.target(), headers, request.body().bytes());
    }

    static String field(HttpResponse reply, String name) {
        try {
            return new ObjectMapper().readTree(reply.body().text()).get(name).asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String code(HttpResponse reply) {
        return field(reply, "responseCode");
    }

    static String payment(String status) {
        return """
        {"originalPartnerReferenceNo":"INV-0008","originalReferenceNo":"2d0nsSJ27GFllE5IWmBghVkPW6UOFhWO","originalExternalId":"249319367692003199365649609468213166","latestTransactionStatus":"%s","transactionStatusDesc":"Success","amount":{"value":"99000.00","currency":"IDR"},"additionalInfo":{"acquirerId":"OVO","custIdMerchant":"TEST-123","accountType":"WALLET","channelId":"EMONEY_OVO_SNAP","origin":{"apiFormat":"SNAP"},"paymentType":"SALE"}}"""
                .formatted(status);
    }
}
