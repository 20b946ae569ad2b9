package id.dompet.testkit.doku;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Both signatures of SNAP (DOKU, Asymmetric Signature and Symmetric Signature). */
final class SnapSignatures {

    private static final String RSA = "SHA256withRSA";
    private static final String HMAC = "HmacSHA512";

    private SnapSignatures() {}

    /** Over client id and timestamp; base64. */
    static String asymmetric(PrivateKey key, String clientId, String timestamp) {
        return rsa(key, clientId + "|" + timestamp, Base64.getEncoder());
    }

    /** SHA-256 with RSA over the UTF-8 of a text. */
    static String rsa(PrivateKey key, String text, Base64.Encoder encoder) {
        try {
            Signature signature = Signature.getInstance(RSA);
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return encoder.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot sign with RSA", e);
        }
    }

    static boolean isAsymmetric(PublicKey key, String clientId, String timestamp, String sent) {
        try {
            Signature signature = Signature.getInstance(RSA);
            signature.initVerify(key);
            signature.update((clientId + "|" + timestamp).getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(sent));
        } catch (SignatureException | IllegalArgumentException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot verify RSA", e);
        }
    }

    /** The text a symmetric signature is made over. The token comes without {@code Bearer}. */
    static String stringToSign(String path, String token, byte[] body, String timestamp) {
        return String.join(":", "POST", path, token, digest(body), timestamp);
    }

    /** Base64 of HMAC-SHA512 with the client secret. */
    static String symmetric(String clientSecret, String stringToSign) {
        return Base64.getEncoder().encodeToString(hmac(clientSecret, stringToSign));
    }

    static byte[] hmac(String clientSecret, String stringToSign) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(clientSecret.getBytes(StandardCharsets.UTF_8), HMAC));
            return mac.doFinal(stringToSign.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA512", e);
        }
    }

    /** Lower-case hex of SHA-256. */
    static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    static boolean same(String expected, String sent) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }
}
