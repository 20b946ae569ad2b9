package id.dompet.ledger.crypt;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals text with AES-256-GCM, bound to its context: what is moved to another row does not open
 * there. Sealed text is {@code keyId:base64(nonce, ciphertext, tag)}. Thread-safe.
 */
public final class Vault {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final EncryptionKeys keys;
    private final SecureRandom random = new SecureRandom();

    /** A vault with these keys. */
    public Vault(EncryptionKeys keys) {
        this.keys = keys;
    }

    /**
     * Seals.
     *
     * @param context where the text belongs: the same is needed to open it
     */
    public String seal(String text, String context) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        String id = keys.active();
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, id, nonce, context);
            byte[] encrypted = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + encrypted.length);
            System.arraycopy(encrypted, 0, all, NONCE_BYTES, encrypted.length);
            return id + ":" + Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK cannot encrypt with AES-256-GCM", e);
        }
    }

    /**
     * Opens.
     *
     * @throws IllegalStateException if it was sealed with a key that is not configured, or was
     *     changed, or belongs elsewhere
     */
    public String open(String encrypted, String context) {
        int colon = encrypted.indexOf(':');
        if (colon < 0) {
            throw new IllegalStateException("a stored value is not in encrypted form");
        }
        try {
            byte[] all = Base64.getDecoder().decode(encrypted.substring(colon + 1));
            byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
            Cipher cipher =
                    cipher(Cipher.DECRYPT_MODE, encrypted.substring(0, colon), nonce, context);
            byte[] text = cipher.doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
            return new String(text, StandardCharsets.UTF_8);
        } catch (AEADBadTagException e) {
            throw new IllegalStateException(
                    "a stored value does not belong where it was found, or was changed", e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("a stored value cannot be decrypted", e);
        }
    }

    /** The name of the key that a text was sealed with. */
    public static String keyId(String encrypted) {
        return encrypted.substring(0, encrypted.indexOf(':'));
    }

    /** The name of the key that encrypts today. */
    public String activeKeyId() {
        return keys.active();
    }

    private Cipher cipher(int mode, String keyId, byte[] nonce, String context)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, keys.key(keyId), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((keyId + "\n" + context).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    @Override
    public String toString() {
        return "Vault[" + keys + "]";
    }
}
