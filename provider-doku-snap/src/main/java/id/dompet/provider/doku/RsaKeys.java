package id.dompet.provider.doku;

import id.dompet.model.Secret;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import java.util.Optional;
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
            Optional<PrivateKeyInfo> info = privateInfo(object, passphrase);
            if (info.isPresent()) {
                return checked(info.get());
            }
        }
        for (Object object : found) {
            if (publicInfo(object).isPresent()) {
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
            Optional<SubjectPublicKeyInfo> info = publicInfo(object);
            if (info.isPresent()) {
                return checked(info.get());
            }
        }
        for (Object object : found) {
            if (object instanceof PEMKeyPair
                    || object instanceof PrivateKeyInfo
                    || object instanceof PEMEncryptedKeyPair
                    || object instanceof PKCS8EncryptedPrivateKeyInfo) {
                throw UnusableKey.key(
                        "is a private key",
                        "DOKU's public key belongs here; copy it from the dashboard, and keep the"
                                + " private key to yourself");
            }
        }
        throw PemText.notAKey();
    }

    private static Optional<PrivateKeyInfo> privateInfo(Object object, Optional<Secret> passphrase)
            throws UnusableKey {
        if (object instanceof PEMKeyPair pair) {
            return Optional.of(pair.getPrivateKeyInfo());
        }
        if (object instanceof PrivateKeyInfo info) {
            return Optional.of(info);
        }
        if (object instanceof PKCS8EncryptedPrivateKeyInfo encrypted) {
            return Optional.of(KeyDecryption.open(encrypted, passphrase));
        }
        if (object instanceof PEMEncryptedKeyPair encrypted) {
            return Optional.of(KeyDecryption.open(encrypted, passphrase));
        }
        return Optional.empty();
    }

    private static Optional<SubjectPublicKeyInfo> publicInfo(Object object) {
        if (object instanceof SubjectPublicKeyInfo info) {
            return Optional.of(info);
        }
        if (object instanceof X509CertificateHolder certificate) {
            return Optional.of(certificate.getSubjectPublicKeyInfo());
        }
        return Optional.empty();
    }

    private static RSAPrivateKey checked(PrivateKeyInfo info) throws UnusableKey {
        try {
            PrivateKey key =
                    KeyFactory.getInstance("RSA")
                            .generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
            if (key instanceof RSAPrivateKey rsa) {
                requireLength(rsa.getModulus().bitLength());
                return rsa;
            }
        } catch (GeneralSecurityException | IOException e) {
            // Dropped on purpose: nothing in it helps, and it may quote the key.
        }
        throw notRsa();
    }

    private static RSAPublicKey checked(SubjectPublicKeyInfo info) throws UnusableKey {
        try {
            PublicKey key =
                    KeyFactory.getInstance("RSA")
                            .generatePublic(new X509EncodedKeySpec(info.getEncoded()));
            if (key instanceof RSAPublicKey rsa) {
                requireLength(rsa.getModulus().bitLength());
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
