package id.dompet.sign;

import id.dompet.http.Body;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests that every JDK has. Thread-safe. */
public enum Digest {
    /** MD5: only where a provider's legacy protocol prescribes it. */
    MD5("MD5"),
    /** SHA-256. */
    SHA_256("SHA-256");

    /** Never fed, only cloned, which costs less than asking the JDK for a new one. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final MessageDigest prototype;

    Digest(String algorithm) {
        try {
            this.prototype = MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no " + algorithm, e);
        }
    }

    /** The digest of the parts, one after the other with nothing between them. */
    public byte[] of(byte[]... parts) {
        MessageDigest digest = start();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    /** The same, as lower-case hexadecimal. */
    public String hex(byte[]... parts) {
        return HexFormat.of().formatHex(of(parts));
    }

    /** The digest of a body. */
    public byte[] of(Body body) {
        MessageDigest digest = start();
        body.feed(digest);
        return digest.digest();
    }

    /** The same, as lower-case hexadecimal. */
    public String hex(Body body) {
        return HexFormat.of().formatHex(of(body));
    }

    private MessageDigest start() {
        try {
            return (MessageDigest) prototype.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("this JDK's digests cannot be cloned", e);
        }
    }
}
