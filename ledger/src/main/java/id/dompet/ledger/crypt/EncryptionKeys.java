package id.dompet.ledger.crypt;

import id.dompet.model.Secret;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys that stored values are encrypted with (AES-256): one that encrypts, and any number of
 * older ones that still decrypt, while values are moved from one to the other. Immutable and
 * thread-safe; {@code toString} shows the ids only.
 */
public final class EncryptionKeys {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,32}");
    private static final int BYTES = 32;

    private final String active;
    private final Map<String, SecretKey> keys;

    private EncryptionKeys(String active, Map<String, SecretKey> keys) {
        this.active = active;
        this.keys = keys;
    }

    /**
     * One key that encrypts and decrypts.
     *
     * @param id its name, stored beside every value: 1 to 32 letters, digits, dots, dashes and
     *     underscores. Never give one name to two keys
     * @param base64 32 bytes in Base64, for example from {@code openssl rand -base64 32}
     * @throws IllegalArgumentException if it is not a key; the message does not repeat it
     */
    public static EncryptionKeys of(String id, Secret base64) {
        return new EncryptionKeys(id, Map.of(checked(id), key(id, base64)));
    }

    /**
     * The same keys and an older one that decrypts only.
     *
     * @throws IllegalArgumentException if it is not a key, or its id is taken
     */
    public EncryptionKeys andOlder(String id, Secret base64) {
        if (keys.containsKey(id)) {
            throw new IllegalArgumentException("there are two encryption keys named '" + id + "'");
        }
        Map<String, SecretKey> more = new LinkedHashMap<>(keys);
        more.put(checked(id), key(id, base64));
        return new EncryptionKeys(active, Map.copyOf(more));
    }

    private static String checked(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "names of encryption keys are 1 to 32 letters, digits, dots, dashes and"
                            + " underscores");
        }
        return id;
    }

    private static SecretKey key(String id, Secret base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.reveal().strip());
        } catch (IllegalArgumentException e) {
            throw notAKey(id);
        }
        if (bytes.length != BYTES) {
            throw notAKey(id);
        }
        return new SecretKeySpec(bytes, "AES");
    }

    private static IllegalArgumentException notAKey(String id) {
        return new IllegalArgumentException(
                "encryption key '%s' must be %d bytes in Base64; make one with: openssl rand -base64 %d"
                        .formatted(id, BYTES, BYTES));
    }

    String active() {
        return active;
    }

    SecretKey key(String id) {
        SecretKey key = keys.get(id);
        if (key == null) {
            throw new IllegalStateException(
                    "a stored value is encrypted with the key '%s', which is not configured (%s)"
                            .formatted(id, keys.keySet()));
        }
        return key;
    }

    @Override
    public String toString() {
        return "EncryptionKeys[active=" + active + ", all=" + keys.keySet() + "]";
    }
}
