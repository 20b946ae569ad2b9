package id.dompet.provider.doku;

import id.dompet.model.Secret;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.bc.BcPEMDecryptorProvider;

/**
 * Opens encrypted private keys. PBE-SHA1-3DES, which DOKU's instructions produce, and the usual
 * forms of PBES2 are the JDK's business; the rest is that of {@link UncommonEncryption}.
 */
final class KeyDecryption {
    private KeyDecryption() {}

    /**
     * PKCS#8.
     *
     * @param encrypted its DER
     * @return the DER of what is in it
     */
    static byte[] open(byte[] encrypted, Optional<Secret> passphrase) throws UnusableKey {
        char[] typed = required(passphrase);
        try {
            return byJdk(new EncryptedPrivateKeyInfo(encrypted), typed);
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            return UncommonEncryption.open(encrypted, typed).orElseThrow(KeyDecryption::wrong);
        }
    }

    /** PKCS#1 in OpenSSL's traditional encryption ({@code DEK-Info}). */
    static byte[] open(PEMEncryptedKeyPair encrypted, Optional<Secret> passphrase)
            throws UnusableKey {
        char[] typed = required(passphrase);
        try {
            return encrypted
                    .decryptKeyPair(new BcPEMDecryptorProvider(typed))
                    .getPrivateKeyInfo()
                    .getEncoded();
        } catch (IOException | RuntimeException e) {
            throw wrong();
        }
    }

    private static byte[] byJdk(EncryptedPrivateKeyInfo info, char[] passphrase)
            throws GeneralSecurityException {
        // JDK 17 calls every form of PBES2 just that; the parameters know the usable name.
        String name =
                info.getAlgName().startsWith("PBEWith") || info.getAlgParameters() == null
                        ? info.getAlgName()
                        : info.getAlgParameters().toString();
        PBEKeySpec spec = new PBEKeySpec(passphrase);
        try {
            Cipher cipher = Cipher.getInstance(name);
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    SecretKeyFactory.getInstance(name).generateSecret(spec),
                    info.getAlgParameters());
            return info.getKeySpec(cipher).getEncoded();
        } finally {
            spec.clearPassword();
        }
    }

    private static char[] required(Optional<Secret> passphrase) throws UnusableKey {
        if (passphrase.isEmpty()) {
            throw UnusableKey.passphrase(
                    "is missing, and private-key is encrypted",
                    "give the passphrase that was typed when the key was converted");
        }
        return passphrase.get().reveal().toCharArray();
    }

    private static UnusableKey wrong() {
        return UnusableKey.passphrase(
                "does not open private-key",
                "give the passphrase that was typed when this key was converted");
    }
}
