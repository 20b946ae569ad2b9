package id.dompet.testkit.doku;

import id.dompet.testkit.simulated.SimulatorSetup;
import java.security.Key;
import java.time.Duration;
import java.util.Base64;

/**
 * The merchant of a {@link SimulatedDoku}, with the secrets of a set-up. Keys are bare base64,
 * which fits into one line. Immutable.
 */
public final class DokuMerchant {

    static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private static final String CLIENT_ID = "BRN-0211-1696919651918";

    private final SimulatorSetup setup;

    private DokuMerchant(SimulatorSetup setup) {
        this.setup = setup;
    }

    /** The merchant of a set-up. */
    public static DokuMerchant of(SimulatorSetup setup) {
        return new DokuMerchant(setup);
    }

    /** DOKU's name for the merchant. */
    public String clientId() {
        return CLIENT_ID;
    }

    /** The key of symmetric signatures. */
    public String clientSecret() {
        return setup.secret("client-secret");
    }

    /** The merchant's own key, PKCS#8. */
    public String privateKey() {
        return setup.secret("private-key", DokuMerchant::newKey);
    }

    /** Verifies what DOKU signs. */
    public String dokuPublicKey() {
        return base64(RsaKeys.read(dokuPrivateKey()).getPublic());
    }

    private String dokuPrivateKey() {
        return setup.secret("doku-private-key", DokuMerchant::newKey);
    }

    DokuSimulatorBuilder options() {
        return DokuSimulator.builder()
                .clientId(clientId())
                .clientSecret(clientSecret())
                .merchantPrivateKeyPem(privateKey())
                .dokuPrivateKeyPem(dokuPrivateKey());
    }

    private static String newKey() {
        return base64(RsaKeys.generate().getPrivate());
    }

    private static String base64(Key key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "DokuMerchant[" + CLIENT_ID + "]";
    }
}
