package id.dompet.testkit.duitku;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A merchant's side of the protocol, just enough for these tests; signs with its own code. */
final class MerchantClient {

    static final ObjectMapper JSON = new ObjectMapper();

    /** An answer with its body as text and as JSON. */
    record Reply(int status, String text) {
        JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (IOException e) {
                throw new AssertionError("not JSON: " + text, e);
            }
        }

        String field(String name) {
            return json().path(name).asText();
        }
    }

    private final DuitkuSimulator duitku;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    MerchantClient(DuitkuSimulator duitku) {
        this.duitku = duitku;
    }

    Reply connect(String phone, String customer, String channel, String returnUrl) {
        return accountLink(
                "connect",
                JSON.createObjectNode()
                        .put("phoneNumber", phone)
                        .put("customerUniqueId", customer)
                        .put("channel", channel)
                        .put("returnUrl", returnUrl));
    }

    /** Links a wallet as its owner would; the credential code. */
    String link(Channel channel, String phone, String customer) {
        Reply reply = connect(phone, customer, channel.code(), "https://merchant.example/back");
        URI back = duitku.customer().confirm(URI.create(reply.field("webviewUrl")));
        return RequestFields.form(back.getRawQuery()).text("credentialCode");
    }

    Reply withCredential(String operation, String credentialCode, String channel) {
        return accountLink(
                operation,
                JSON.createObjectNode()
                        .put("credentialCode", credentialCode)
                        .put("channel", channel));
    }

    Reply accountLink(String operation, ObjectNode body) {
        String text = body.toString();
        return accountLink(operation, text, headers(text));
    }

    Reply accountLink(String operation, String body, Map<String, String> headers) {
        URI address =
                URI.create(duitku.accountLinkBaseUrl() + "/api/accountlinking/v1/" + operation);
        return post(address, body, headers);
    }

    Map<String, String> headers(String body) {
        String timestamp = "1657710956368";
        return Map.of(
                "Content-Type",
                "application/json",
                "X-Duitku-merchant",
                duitku.merchantCode(),
                "X-Duitku-timestamp",
                timestamp,
                "X-Duitku-signature",
                digest("SHA-256", duitku.merchantCode() + timestamp + body + duitku.apiKey()));
    }

    /** A complete inquiry, signed with MD5; tests change what they are about. */
    ObjectNode inquiryBody(Channel channel, String credentialCode, String orderId, long amount) {
        ObjectNode body =
                JSON.createObjectNode()
                        .put("merchantCode", duitku.merchantCode())
                        .put("paymentAmount", amount)
                        .put("merchantOrderId", orderId)
                        .put("productDetails", "Tas Trendy")
                        .put("email", "customer@example.com")
                        .put("additionalParam", "table 5")
                        .put("paymentMethod", channel.code())
                        .put("merchantUserInfo", "cust-1")
                        .put("customerVaName", "John Doe")
                        .put("phoneNumber", "081234567890")
                        .put("returnUrl", "https://merchant.example/paid")
                        .put("callbackUrl", "http://127.0.0.1:9/callback");
        ObjectNode account = body.putObject("accountLink").put("credentialCode", credentialCode);
        if (channel == Channel.OVO) {
            account.putObject("ovo")
                    .putArray("paymentDetails")
                    .addObject()
                    .put("paymentType", "CASH")
                    .put("amount", amount);
        } else {
            account.putObject("shopee").put("useCoin", false).put("promoId", "");
        }
        return sign(body);
    }

    ObjectNode sign(ObjectNode body) {
        return body.put("signature", digest("MD5", inquiryText(body) + duitku.apiKey()));
    }

    ObjectNode signHmac(ObjectNode body) {
        return body.put("signature", hmac(inquiryText(body)));
    }

    private static String inquiryText(ObjectNode body) {
        return body.path("merchantCode").asText()
                + body.path("merchantOrderId").asText()
                + body.path("paymentAmount").asText();
    }

    Reply inquiry(Channel channel, String credentialCode, String orderId, long amount) {
        return inquiry(inquiryBody(channel, credentialCode, orderId, amount));
    }

    Reply inquiry(ObjectNode body) {
        return webApi("v2/inquiry", body.toString(), "application/json");
    }

    Reply status(String orderId) {
        return webApi(
                "transactionStatus",
                JSON.createObjectNode()
                        .put("merchantCode", duitku.merchantCode())
                        .put("merchantOrderId", orderId)
                        .put("signature", statusSignature(orderId))
                        .toString(),
                "application/json");
    }

    String statusSignature(String orderId) {
        return digest("MD5", duitku.merchantCode() + orderId + duitku.apiKey());
    }

    Reply webApi(String operation, String body, String contentType) {
        return post(
                URI.create(duitku.webApiBaseUrl() + "/webapi/api/merchant/" + operation),
                body,
                Map.of("Content-Type", contentType));
    }

    Reply get(URI address) {
        return send(HttpRequest.newBuilder(address).GET());
    }

    Reply post(URI address, String body, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::setHeader);
        return send(request);
    }

    Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    http.send(
                            request.timeout(Duration.ofSeconds(10)).build(),
                            HttpResponse.BodyHandlers.ofString());
            return new Reply(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static String digest(String algorithm, String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance(algorithm)
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    String hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(
                    new SecretKeySpec(
                            duitku.apiKey().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
