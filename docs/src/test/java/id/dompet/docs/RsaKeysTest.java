package id.dompet.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.PublicKey;
import org.junit.jupiter.api.Test;

/** The quoted recipe works. */
class RsaKeysTest {
    @Test
    void whatOneHalfSignsTheOtherVerifies() throws Exception {
        String pem = RsaKeys.newPrivateKey();
        PublicKey half = RsaKeys.publicKey(RsaKeys.publicHalf(pem));
        byte[] text = "POST /notify".getBytes(UTF_8);
        String signature = RsaKeys.sign(RsaKeys.privateKey(pem), text);

        assertThat(RsaKeys.isGenuine(half, text, signature)).isTrue();
        assertThat(RsaKeys.isGenuine(half, "POST /other".getBytes(UTF_8), signature)).isFalse();
        assertThat(RsaKeys.isGenuine(half, text, "not Base64!")).isFalse();
        assertThat(RsaKeys.isGenuine(half, text, "")).isFalse();
    }
}
