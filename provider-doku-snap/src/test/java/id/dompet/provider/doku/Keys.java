package id.dompet.provider.doku;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Keys that OpenSSL made for these tests, and for nothing else. */
final class Keys {
    static final String PASSPHRASE = "a-test-passphrase";

    private Keys() {}

    static String text(String name) {
        return resource("/keys/" + name + ".pem");
    }

    static String resource(String path) {
        try (InputStream in = Keys.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the base64 between the lines is. */
    static String bare(String name) {
        return text(name).replaceAll("-----[A-Z0-9 ]+-----", "").replaceAll("\\s", "");
    }

    /** The other side: signs as DOKU does. */
    static AsymmetricSigner doku() {
        return signer("doku-private", "public");
    }

    /** This side, as the module has it. */
    static AsymmetricSigner merchant() {
        return signer("pkcs8", "doku-public");
    }

    private static AsymmetricSigner signer(String own, String other) {
        try {
            return new AsymmetricSigner(
                    RsaKeys.privateKey(text(own), Optional.empty()),
                    RsaKeys.publicKey(text(other)));
        } catch (UnusableKey e) {
            throw new IllegalStateException(e);
        }
    }
}
