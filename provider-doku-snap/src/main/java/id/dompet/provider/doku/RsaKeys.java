package id.dompet.provider.doku;

import id.dompet.model.Secret;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import java.util.Optional;
import javax.crypto.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;

/**
 * The two RSA keys of an instance, from every form that DOKU's instructions produce: PKCS#1 and
 * PKCS#8, plain and encrypted; {@code SubjectPublicKeyInfo}, PKCS#1 or a certificate for the public
 * one. Less than 2048 bits are refused.
 */
final class RsaKeys {
    private static final int LEAST_BITS = 2048;

    private RsaKeys() {}

    static RSAPrivateKey privateKey(String text, Optional<Secret> passphrase) throws UnusableKey {
        List<Object> found = PemText.read(text);
        for (Object object : found) {
            Optional<RSAPrivateKey> key = asPrivate(object, passphrase);
            if (key.isPresent()) {
                requireLength(key.get().getModulus().bitLength());
                return key.get();
            }
        }
        for (Object object : found) {
            if (asPublic(object).isPresent()) {
                throw UnusableKey.key(
                        "is a public key",
                        "the private key belongs here; the public one is DOKU's");
            }
        }
        throw PemText.notAKey();
    }

    static RSAPublicKey publicKey(String text) throws UnusableKey {
        List<Object> found = PemText.read(text);
        for (Object object : found) {
            Optional<RSAPublicKey> key = asPublic(object);
            if (key.isPresent()) {
                requireLength(key.get().getModulus().bitLength());
                return key.get();
            }
        }
        for (Object object : found) {
            if (isPrivate(object)) {
                throw UnusableKey.key(
                        "is a private key",
                        "DOKU's public key belongs here; copy it from the dashboard, and keep the"
                                + " private key to yourself");
            }
        }
        throw PemText.notAKey();
    }

    private static Optional<RSAPrivateKey> asPrivate(Object object, Optional<Secret> passphrase)
            throws UnusableKey {
        // The JDK's own types first: to ask for one of Bouncy Castle's would load it.
        if (object instanceof RSAPrivateKey key) {
            return Optional.of(key);
        }
        try {
            if (object instanceof EncryptedPrivateKeyInfo encrypted) {
                return Optional.of(parse(KeyDecryption.open(encrypted.getEncoded(), passphrase)));
            }
            if (object instanceof PEMKeyPair pair) {
                return Optional.of(parse(pair.getPrivateKeyInfo().getEncoded()));
            }
            if (object instanceof PrivateKeyInfo info) {
                return Optional.of(parse(info.getEncoded()));
            }
            if (object instanceof PKCS8EncryptedPrivateKeyInfo encrypted) {
                return Optional.of(parse(KeyDecryption.open(encrypted.getEncoded(), passphrase)));
            }
            if (object instanceof PEMEncryptedKeyPair encrypted) {
                return Optional.of(parse(KeyDecryption.open(encrypted, passphrase)));
            }
        } catch (IOException e) {
            throw notRsa();
        }
        return Optional.empty();
    }

    private static boolean isPrivate(Object object) {
        return object instanceof RSAPrivateKey
                || object instanceof EncryptedPrivateKeyInfo
                || object instanceof PEMKeyPair
                || object instanceof PrivateKeyInfo
                || object instanceof PEMEncryptedKeyPair
                || object instanceof PKCS8EncryptedPrivateKeyInfo;
    }

    private static Optional<RSAPublicKey> asPublic(Object object) throws UnusableKey {
        if (object instanceof RSAPublicKey key) {
            return Optional.of(key);
        }
        if (object instanceof SubjectPublicKeyInfo info) {
            return Optional.of(parse(info));
        }
        if (object instanceof X509CertificateHolder certificate) {
            return Optional.of(parse(certificate.getSubjectPublicKeyInfo()));
        }
        return Optional.empty();
    }

    private static RSAPrivateKey parse(byte[] pkcs8) throws UnusableKey {
        try {
            if (KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8))
                    instanceof RSAPrivateKey rsa) {
                return rsa;
            }
        } catch (GeneralSecurityException e) {
            // Dropped on purpose: nothing in it helps, and it may quote the key.
        }
        throw notRsa();
    }

    private static RSAPublicKey parse(SubjectPublicKeyInfo info) throws UnusableKey {
        try {
            if (KeyFactory.getInstance("RSA")
                            .generatePublic(new X509EncodedKeySpec(info.getEncoded()))
                    instanceof RSAPublicKey rsa) {
                return rsa;
            }
        } catch (GeneralSecurityException | IOException e) {
            // As above.
        }
        throw notRsa();
    }

    private static void requireLength(int bits) throws UnusableKey {
        if (bits < LEAST_BITS) {
            throw UnusableKey.key(
                    "is too short: " + bits + " bits", "make one of at least 2048 bits");
        }
    }

    private static UnusableKey notRsa() {
        return UnusableKey.key("is not an RSA key", "DOKU takes RSA keys only");
    }
}
