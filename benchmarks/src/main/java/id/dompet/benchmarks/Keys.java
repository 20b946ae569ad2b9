package id.dompet.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Keys for DOKU, made anew for each run.
 *
 * @param privatePem the merchant's, PKCS#8
 * @param publicPem DOKU's, SubjectPublicKeyInfo
 */
public record Keys(String privatePem, String publicPem) {
    private static final int BITS = 2048;
    private static final int PKCS8_HEAD = 26;

    /** New ones. */
    public static Keys make() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            KeyPair own = generator.generateKeyPair();
            KeyPair dokus = generator.generateKeyPair();
            return new Keys(
                    pem("PRIVATE KEY", own.getPrivate().getEncoded()),
                    pem("PUBLIC KEY", dokus.getPublic().getEncoded()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no RSA", e);
        }
    }

    private static String pem(String kind, byte[] content) {
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(content);
        return "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----";
    }

    /** The merchant's as PKCS#1, the form that the JDK does not read by itself. */
    public String privatePkcs1Pem() {
        String base64 = privatePem.replaceAll("-----[A-Z ]+-----|\\s", "");
        byte[] pkcs8 = Base64.getDecoder().decode(base64);
        // An RSA key of 2048 bits: what PKCS#8 puts before it always has the same length.
        return pem("RSA PRIVATE KEY", Arrays.copyOfRange(pkcs8, PKCS8_HEAD, pkcs8.length));
    }

    @Override
    public String toString() {
        return "Keys[***]";
    }
}
