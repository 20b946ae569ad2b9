package id.dompet.provider.doku;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.dompet.http.Body;
import id.dompet.model.Secret;
import id.dompet.sign.Digest;
import id.dompet.sign.HmacKey;
import java.security.MessageDigest;
import java.util.Base64;

/**
 * Signatures of everything but token requests, both ways: HMAC-SHA512 in base64 over method, path,
 * token, digest of the body and timestamp (developers.doku.com, signature component SNAP, symmetric
 * signature). Thread-safe.
 */
final class SymmetricSigner {
    private final HmacKey key;

    SymmetricSigner(Secret clientSecret) {
        this.key = HmacKey.sha512(clientSecret);
    }

    /**
     * Over exactly this body.
     *
     * @param path begins with a slash, without host
     * @param token without {@code Bearer}
     */
    String sign(String method, String path, String token, Body body, String timestamp) {
        return sign(method, path, token, Digest.SHA_256.hex(body), timestamp);
    }

    /** Over exactly these bytes. */
    String sign(String method, String path, String token, byte[] body, String timestamp) {
        return sign(method, path, token, Digest.SHA_256.hex(body), timestamp);
    }

    private String sign(String method, String path, String token, String digest, String timestamp) {
        // The token apart, so that the longest part is not copied into a text first.
        String head = method + ":" + path + ":";
        String tail = ":" + digest + ":" + timestamp;
        return Base64.getEncoder()
                .encodeToString(
                        key.of(head.getBytes(UTF_8), token.getBytes(UTF_8), tail.getBytes(UTF_8)));
    }

    /**
     * Whether a received signature is over the bytes as they came, or over the same without white
     * space between its tokens, which is what the document calls minified. Nothing else is tried.
     * The texts are compared in constant time, so only the canonical base64 passes.
     */
    boolean matches(
            String method,
            String path,
            String token,
            Body body,
            String timestamp,
            String received) {
        if (same(sign(method, path, token, body, timestamp), received)) {
            return true;
        }
        byte[] stripped = JsonWhitespace.strip(body.bytes());
        return stripped.length != body.size()
                && same(sign(method, path, token, stripped, timestamp), received);
    }

    private static boolean same(String expected, String received) {
        return MessageDigest.isEqual(expected.getBytes(UTF_8), received.getBytes(UTF_8));
    }

    @Override
    public String toString() {
        return "SymmetricSigner[***]";
    }
}
