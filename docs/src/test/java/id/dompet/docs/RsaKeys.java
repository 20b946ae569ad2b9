package id.dompet.docs;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** RSA with the JDK alone: keys in PEM, signatures, and the other half of a key for a test. */
final class RsaKeys {
    private RsaKeys() {}

    // snippet: module
    /** From a setting of kind SECRET: PKCS#8, as "openssl genpkey" writes it. */
    static PrivateKey privateKey(String pem) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der(pem)));
    }

    /** From a setting of kind TEXT: the provider's key for its notifications. */
    static PublicKey publicKey(String pem) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der(pem)));
    }

    private static byte[] der(String pem) {
        return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
    }

    static String sign(PrivateKey key, byte[] text) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA"); // a new one each time
        signature.initSign(key);
        signature.update(text);
        return Base64.getEncoder().encodeToString(signature.sign());
    }

    /** False for whatever a stranger sends. */
    static boolean isGenuine(PublicKey key, byte[] text, String received) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key);
            signature.update(text);
            return signature.verify(Base64.getDecoder().decode(received));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    // end

    // snippet: dialect
    /** For {@code setup.secret("private-key", RsaKeys::newPrivateKey)}. */
    static String newPrivateKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return pem("PRIVATE KEY", generator.generateKeyPair().getPrivate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public half, for the side that verifies. */
    static String publicHalf(String privatePem) throws GeneralSecurityException {
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) privateKey(privatePem);
        RSAPublicKeySpec half = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
        byte[] der = KeyFactory.getInstance("RSA").generatePublic(half).getEncoded();
        return pem("PUBLIC KEY", der);
    }

    private static String pem(String what, byte[] der) {
        String body = Base64.getMimeEncoder().encodeToString(der);
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(what, body);
    }
    // end
}
