package id.dompet.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.dompet.testkit.simulated.SimulatorSetup;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;

/** Ed25519 for a dialect: the JDK makes no public half out of a private key. */
final class EdKeys {
    private EdKeys() {}

    // snippet: dialect
    /** The same pair in every call: made again from a secret, whose 32 letters are the seed. */
    static KeyPair pair(SimulatorSetup setup, String seedName) throws GeneralSecurityException {
        byte[] seed = setup.secret(seedName).getBytes(UTF_8);
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(
                NamedParameterSpec.ED25519,
                new SecureRandom() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public void nextBytes(byte[] bytes) {
                        System.arraycopy(seed, 0, bytes, 0, bytes.length);
                    }
                });
        return generator.generateKeyPair();
    }
    // end
}
