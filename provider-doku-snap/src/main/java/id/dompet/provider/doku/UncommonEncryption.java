package id.dompet.provider.doku;

import java.io.IOException;
import java.util.Optional;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;

/**
 * Opens what the JDK does not know, such as scrypt or PBES2 with triple DES, with a Bouncy Castle
 * provider that is not registered. A class of its own, because that provider takes a tenth of a
 * second to load and hardly anybody needs it.
 */
final class UncommonEncryption {
    private UncommonEncryption() {}

    /** Empty if the passphrase is wrong or the encryption unknown. */
    static Optional<byte[]> open(byte[] encrypted, char[] passphrase) {
        try {
            return Optional.of(
                    new PKCS8EncryptedPrivateKeyInfo(encrypted)
                            .decryptPrivateKeyInfo(
                                    new JceOpenSSLPKCS8DecryptorProviderBuilder()
                                            .setProvider(new BouncyCastleProvider())
                                            .build(passphrase))
                            .getEncoded());
        } catch (IOException | PKCSException | OperatorCreationException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
