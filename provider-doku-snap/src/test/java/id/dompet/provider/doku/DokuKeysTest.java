package id.dompet.provider.doku;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dompet.model.Secret;
import java.math.BigInteger;
import java.security.Provider;
import java.security.Security;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DokuKeysTest {
    private static final Optional<Secret> PASSPHRASE = Optional.of(Secret.of(Keys.PASSPHRASE));

    private static BigInteger modulus() throws UnusableKey {
        return RsaKeys.publicKey(Keys.text("public")).getModulus();
    }

    private static BigInteger modulus(String text, Optional<Secret> passphrase) throws UnusableKey {
        return RsaKeys.privateKey(text, passphrase).getModulus();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pkcs1",
                "pkcs8",
                "pkcs1-aes256",
                "pkcs8-pbe-sha1-3des",
                "pkcs8-pbes2-aes256",
                "pkcs8-pbes2-aes192",
                "pkcs8-pbes2-des3-sha1",
                "pkcs8-scrypt"
            })
    void everyFormOfPrivateKeyIsReadInEverySpelling(String name) throws UnusableKey {
        String pem = Keys.text(name);
        assertThat(modulus(pem, PASSPHRASE)).isEqualTo(modulus());
        assertThat(modulus(pem.replace("\n", "\r\n"), PASSPHRASE)).isEqualTo(modulus());
        assertThat(modulus("\uFEFF" + pem, PASSPHRASE)).isEqualTo(modulus());
        assertThat(modulus(pem.replace("\n", "\\n"), PASSPHRASE)).isEqualTo(modulus());
        assertThat(modulus("Bag Attributes\n" + pem + "\n\n", PASSPHRASE)).isEqualTo(modulus());
        if (!name.equals("pkcs1-aes256")) { // whose headers need their lines
            assertThat(modulus(pem.replace("\n", ""), PASSPHRASE)).isEqualTo(modulus());
            assertThat(modulus(pem.replace("\n", " "), PASSPHRASE)).isEqualTo(modulus());
            assertThat(modulus(Keys.bare(name), PASSPHRASE)).isEqualTo(modulus());
            assertThat(modulus(" " + Keys.bare(name) + "\n", PASSPHRASE)).isEqualTo(modulus());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"public", "public-pkcs1", "certificate"})
    void everyFormOfPublicKeyIsReadInEverySpelling(String name) throws UnusableKey {
        String pem = Keys.text(name);
        for (String text :
                new String[] {
                    pem, pem.replace("\n", "\r\n"), pem.replace("\n", ""), Keys.bare(name)
                }) {
            assertThat(RsaKeys.publicKey(text).getModulus()).isEqualTo(modulus());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "public|is a public key",
                "public-pkcs1|is a public key",
                "certificate|is a public key",
                "short|is too short: 1024 bits",
                "ec|is not an RSA key",
                "pkcs8-pbe-sha1-3des|is missing, and private-key is encrypted",
                "pkcs1-aes256|is missing, and private-key is encrypted"
            })
    void aWrongPrivateKeySaysWhatItIs(String name, String reason) {
        assertThatThrownBy(() -> RsaKeys.privateKey(Keys.text(name), Optional.empty()))
                .isInstanceOfSatisfying(
                        UnusableKey.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pkcs8|is a private key",
                "pkcs1|is a private key",
                "pkcs8-pbe-sha1-3des|is a private key",
                "short-public|is too short: 1024 bits",
                "ec-public|is not an RSA key"
            })
    void aWrongPublicKeySaysWhatItIs(String name, String reason) {
        assertThatThrownBy(() -> RsaKeys.publicKey(Keys.text(name)))
                .isInstanceOfSatisfying(
                        UnusableKey.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pkcs1-aes256",
                "pkcs8-pbe-sha1-3des",
                "pkcs8-pbes2-aes256",
                "pkcs8-pbes2-des3-sha1"
            })
    void aWrongPassphraseIsSaidToBeWrong(String name) {
        assertThatThrownBy(
                        () ->
                                RsaKeys.privateKey(
                                        Keys.text(name), Optional.of(Secret.of("another one"))))
                .isInstanceOfSatisfying(
                        UnusableKey.class,
                        e -> {
                            assertThat(e.reason()).isEqualTo("does not open private-key");
                            assertThat(e.isAboutPassphrase()).isTrue();
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "SK-1234", "hello world, this is no key", "AAAAAAAAAAAAAAAAAAAAAAAA"})
    void whatIsNoKeyIsSaidToBeNone(String text) {
        assertThatThrownBy(() -> RsaKeys.privateKey(text, Optional.empty()))
                .isInstanceOfSatisfying(
                        UnusableKey.class, e -> assertThat(e.reason()).isEqualTo("is not a key"));
    }

    @Test
    void aKeyThatIsCutOffIsSaidToBeCutOff() {
        String pem = Keys.text("pkcs8");
        assertThatThrownBy(
                        () ->
                                RsaKeys.privateKey(
                                        pem.substring(0, pem.length() / 2), Optional.empty()))
                .isInstanceOfSatisfying(
                        UnusableKey.class, e -> assertThat(e.reason()).isEqualTo("is cut off"));
    }

    @Test
    void noProviderIsRegistered() throws UnusableKey {
        modulus(Keys.text("pkcs8-pbes2-des3-sha1"), PASSPHRASE);
        assertThat(Arrays.stream(Security.getProviders()).map(Provider::getName))
                .doesNotContain("BC");
    }
}
