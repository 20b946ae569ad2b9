package id.dompet.provider.doku;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.EncryptedPrivateKeyInfo;

/**
 * The usual forms of RSA keys, which the JDK reads by itself: PKCS#8, plain and encrypted, and
 * {@code SubjectPublicKeyInfo}. Bouncy Castle reads these too, but its jars are signed and large,
 * and checking that costs a start a tenth of a second.
 */
final class PlainKeys {
    private PlainKeys() {}

    /**
     * A key, or the encrypted form of one.
     *
     * @param label what stands after BEGIN
     * @param base64 what stands between the lines
     * @return empty for everything else, also for what is broken: Bouncy Castle says what it is
     */
    static Optional<Object> read(String label, String base64) {
        try {
            byte[] der = Base64.getDecoder().decode(base64);
            return switch (label) {
                case "PRIVATE KEY" ->
                        Optional.of(rsa().generatePrivate(new PKCS8EncodedKeySpec(der)));
                case "PUBLIC KEY" -> Optional.of(rsa().generatePublic(new X509EncodedKeySpec(der)));
                case "ENCRYPTED PRIVATE KEY" -> Optional.of(new EncryptedPrivateKeyInfo(der));
                default -> Optional.empty();
            };
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            // Dropped on purpose: it may quote the key.
            return Optional.empty();
        }
    }

    /** The same for base64 alone. */
    static Optional<Object> read(String base64) {
        return read("PRIVATE KEY", base64)
                .or(() -> read("PUBLIC KEY", base64))
                .or(() -> read("ENCRYPTED PRIVATE KEY", base64));
    }

    private static KeyFactory rsa() throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA");
    }
}
