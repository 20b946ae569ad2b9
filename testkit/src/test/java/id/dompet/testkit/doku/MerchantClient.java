package id.dompet.testkit.doku;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A merchant's side of the protocol, just enough for these tests; signs with its own code. */
final class MerchantClient {

    static final String TIMESTAMP = "2025-01-15T03:20:30Z";
    static final String B2B = "/authorization/v1/access-token/b2b";
    static final String B2B2C = "/authorization/v1/access-token/b2b2c";

    private final DokuSimulator doku;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final AtomicLong externalIds = new AtomicLong(1_000_000);
    private String token = "";

    MerchantClient(DokuSimulator doku) {
        this.doku = doku;
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Gets a merchant token and uses it from now on. */
    String renewToken() {
        token = token(B2B, object().put("grantType", "client_credentials")).field("accessToken");
        return token;
    }

    void useToken(String other) {
        token = other;
    }

    SnapReply token(String path, ObjectNode body) {
        return send(path, body.toString(), tokenHeaders(TIMESTAMP));
    }

    SnapReply customerToken(String authCode) {
        return token(
                B2B2C, object().put("grantType", "authorization_code").put("authCode", authCode));
    }

    SnapReply refresh(String refreshToken) {
        return token(
                B2B2C,
                object().put("grantType", "refresh_token").put("refreshToken", refreshToken));
    }

    Map<String, String> tokenHeaders(String timestamp) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("X-CLIENT-KEY", doku.clientId());
        headers.put("X-TIMESTAMP", timestamp);
        headers.put("X-SIGNATURE", rsa(doku.clientId() + "|" + timestamp));
        return headers;
    }

    /** Posts a signed request. */
    SnapReply call(String path, ObjectNode body) {
        return call(path, body, "");
    }

    /** Posts a signed request for a customer, with {@code Bearer}. */
    SnapReply call(String path, ObjectNode body, String customerToken) {
        Map<String, String> headers = headers(path, body.toString());
        if (!customerToken.isEmpty()) {
            headers.put("Authorization-customer", ("Bearer " + customerToken).strip());
        }
        return send(path, body.toString(), headers);
    }

    /** All headers of a signed request; tests change what they are about. */
    Map<String, String> headers(String path, String body) {
        if (token.isEmpty()) {
            renewToken();
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("Authorization", "Bearer " + token);
        headers.put("X-PARTNER-ID", doku.clientId());
        headers.put("X-EXTERNAL-ID", Long.toString(externalIds.incrementAndGet()));
        headers.put("X-DEVICE-ID", "device95221");
        headers.put("X-IP-ADDRESS", "127.0.0.1");
        return sign(headers, path, body, TIMESTAMP);
    }

    /** The headers with another time and a signature for it. */
    Map<String, String> sign(
            Map<String, String> headers, String path, String signedBody, String timestamp) {
        String stringToSign =
                "POST:%s:%s:%s:%s".formatted(path, token, sha256(signedBody), timestamp);
        headers.put("X-TIMESTAMP", timestamp);
        headers.put("X-SIGNATURE", hmac(stringToSign));
        return headers;
    }

    SnapReply send(String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(doku.baseUrl() + path))
                        .timeout(Duration.ofSeconds(10))
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::setHeader);
        try {
            HttpResponse<String> answer =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new SnapReply(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private String rsa(String text) {
        String pem = doku.merchantPrivateKeyPem().replaceAll("-----[A-Z ]+-----|\\s", "");
        try {
            PrivateKey key =
                    KeyFactory.getInstance("RSA")
                            .generatePrivate(
                                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private String hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA512");
            mac.init(
                    new SecretKeySpec(
                            doku.clientSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA512"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
