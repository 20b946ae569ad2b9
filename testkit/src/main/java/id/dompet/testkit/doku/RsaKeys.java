package id.dompet.testkit.doku;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/** RSA key pairs and their PEM text. */
final class RsaKeys {

    private static final int BITS = 2048;

    private RsaKeys() {}

    static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot make RSA keys", e);
        }
    }

    /** The pair of an unencrypted PKCS#8 private key in PEM. */
    static KeyPair read(String pkcs8Pem) {
        try {
            byte[] der =
                    Base64.getMimeDecoder().decode(pkcs8Pem.replaceAll("-----[A-Z ]+-----", ""));
            KeyFactory factory = KeyFactory.getInstance("RSA");
            RSAPrivateCrtKey key =
                    (RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(der));
            return new KeyPair(
                    factory.generatePublic(
                            new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent())),
                    key);
        } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException e) {
            // The cause could quote the key.
            throw new IllegalArgumentException(
                    "The key is not an unencrypted RSA private key in PKCS#8 PEM"
                            + " (BEGIN PRIVATE KEY).");
        }
    }

    /** PKCS#8 for a private key, SubjectPublicKeyInfo for a public one. */
    static String pem(Key key, String kind) {
        byte[] newLine = "\n".getBytes(StandardCharsets.US_ASCII);
        String body = Base64.getMimeEncoder(64, newLine).encodeToString(key.getEncoded());
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }
}
