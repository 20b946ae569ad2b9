package id.dompet.sign;

import id.dompet.model.Secret;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key for keyed hashes. It keeps one keyed {@code Mac} that is never fed and clones it for each
 * use: no lock, no pool, no thread-local, and keying is paid once. Thread-safe.
 */
public final class HmacKey {
    private final Mac prototype;

    private HmacKey(Mac prototype) {
        this.prototype = prototype;
    }

    /** HMAC-SHA256 with the UTF-8 bytes of the secret. */
    public static HmacKey sha256(Secret secret) {
        return of("HmacSHA256", secret);
    }

    /** HMAC-SHA512 with the UTF-8 bytes of the secret. */
    public static HmacKey sha512(Secret secret) {
        return of("HmacSHA512", secret);
    }

    private static HmacKey of(String algorithm, Secret secret) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(
                    new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), algorithm));
            return new HmacKey(mac);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("this JDK cannot compute " + algorithm, e);
        }
    }

    /** The keyed hash of the parts, one after the other with nothing between them. */
    public byte[] of(byte[]... parts) {
        Mac mac;
        try {
            mac = (Mac) prototype.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("this JDK's Mac cannot be cloned", e);
        }
        for (byte[] part : parts) {
            mac.update(part);
        }
        return mac.doFinal();
    }

    /** The same, as lower-case hexadecimal. */
    public String hex(byte[]... parts) {
        return HexFormat.of().formatHex(of(parts));
    }

    @Override
    public String toString() {
        return "HmacKey[" + prototype.getAlgorithm() + "]";
    }
}
