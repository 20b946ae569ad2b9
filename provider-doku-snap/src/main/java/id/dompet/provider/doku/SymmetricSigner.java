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
    private static final byte[] COLON = {':'};

    private final HmacKey key;

    SymmetricSigner(Secret clientSecret) {
        this.key = HmacKey.sha512(clientSecret);
    }

    /**
     * Over exactly this body.
     *
     * @param path begins with a slash, without host
     * @param token without {@code Bearer}, in UTF-8; it is read only
     */
    String sign(String method, String path, byte[] token, Body body, String timestamp) {
        return Base64.getEncoder()
                .encodeToString(mac(method, path, token, Digest.SHA_256.hex(body), timestamp));
    }

    /** In parts, which are not copied into one text first. */
    private byte[] mac(String method, String path, byte[] token, String digest, String timestamp) {
        return key.of(
                method.getBytes(UTF_8),
                COLON,
                path.getBytes(UTF_8),
                COLON,
                token,
                COLON,
                digest.getBytes(UTF_8),
                COLON,
                timestamp.getBytes(UTF_8));
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
        byte[] presented = token.getBytes(UTF_8);
        String digest = Digest.SHA_256.hex(body);
        if (same(mac(method, path, presented, digest, timestamp), received)) {
            return true;
        }
        byte[] stripped = JsonWhitespace.strip(body.bytes());
        return stripped.length != body.size()
                && same(
                        mac(method, path, presented, Digest.SHA_256.hex(stripped), timestamp),
                        received);
    }

    private static boolean same(byte[] expected, String received) {
        return MessageDigest.isEqual(
                Base64.getEncoder().encode(expected), received.getBytes(UTF_8));
    }

    @Override
    public String toString() {
        return "SymmetricSigner[***]";
    }
}
