package id.dompet.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.testkit.simulated.SimulatorSetup;
import java.net.URI;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Clock;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** The quoted recipe works. */
class EdKeysTest {
    private final SimulatorSetup setup =
            new SimulatorSetup(Clock.systemUTC(), URI.create("http://127.0.0.1:1/notify"));

    @Test
    void whatOneHalfSignsTheOtherVerifies() throws Exception {
        byte[] text = "POST /notify".getBytes(UTF_8);
        Signature signer = Signature.getInstance("Ed25519");
        signer.initSign(EdKeys.pair(setup, "provider-seed").getPrivate());
        signer.update(text);
        byte[] signature = signer.sign();

        assertThat(verifies(EdKeys.pair(setup, "provider-seed"), text, signature)).isTrue();
        assertThat(verifies(EdKeys.pair(setup, "merchant-seed"), text, signature)).isFalse();
    }

    @Test
    void aSecretMayBeMadeOfAnother() throws Exception {
        byte[] key = EdKeys.pair(setup, "merchant-seed").getPrivate().getEncoded();
        String made =
                setup.secret(
                        "private-key",
                        () -> Base64.getEncoder().encodeToString(key) + setup.secret("salt"));

        assertThat(made).endsWith(setup.secret("salt"));
        assertThat(setup.secrets()).contains(made, setup.secret("merchant-seed"));
    }

    private static boolean verifies(KeyPair pair, byte[] text, byte[] signature) throws Exception {
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(pair.getPublic());
        check.update(text);
        return check.verify(signature);
    }
}
