package id.dompet.testkit.duitku;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The provider's signature formulas: no separators, UTF-8, lower-case hexadecimal. Account Link
 * V1.1, section 7, for the headers; Callback and Redirect, section 5, for the order in callbacks.
 */
final class DuitkuSignatures {

    private final String merchantCode;
    private final String apiKey;

    DuitkuSignatures(String merchantCode, String apiKey) {
        this.merchantCode = merchantCode;
        this.apiKey = apiKey;
    }

    /** Account link header: the body counts byte for byte as it was sent. */
    String header(String timestamp, byte[] rawBody) {
        MessageDigest digest = digest("SHA-256");
        digest.update(utf8(merchantCode + timestamp));
        digest.update(rawBody);
        return hex(digest.digest(utf8(apiKey)));
    }

    String inquiry(SignatureScheme scheme, String orderId, String amount) {
        return sign(scheme, "MD5", merchantCode + orderId + amount);
    }

    String status(SignatureScheme scheme, String orderId) {
        return sign(scheme, "MD5", merchantCode + orderId);
    }

    String paymentMethods(SignatureScheme scheme, String amount, String datetime) {
        return sign(scheme, "SHA-256", merchantCode + amount + datetime);
    }

    /** Callback: amount before order id, unlike the inquiry. */
    String callback(SignatureScheme scheme, String merchant, String amount, String orderId) {
        return sign(scheme, "MD5", merchant + amount + orderId);
    }

    /** Compares without telling by its duration where the difference is. */
    static boolean same(String expected, String given) {
        return MessageDigest.isEqual(utf8(expected), utf8(given));
    }

    private String sign(SignatureScheme scheme, String legacyDigest, String message) {
        return switch (scheme) {
            case LEGACY -> hex(digest(legacyDigest).digest(utf8(message + apiKey)));
            case HMAC_SHA256 -> hmac(message);
        };
    }

    private String hmac(String message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(utf8(apiKey), "HmacSHA256"));
            return hex(mac.doFinal(utf8(message)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HMAC-SHA256", e);
        }
    }

    private static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has " + name, e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
