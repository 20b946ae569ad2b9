package id.dompet.testkit.reference;

import id.dompet.spi.WalletProviderPlugin;
import id.dompet.testkit.conformance.ProviderConformance;
import id.dompet.testkit.simulated.DialectSimulator;
import id.dompet.testkit.simulated.SimulatedProvider;
import id.dompet.testkit.simulated.SimulatorSetup;
import java.net.URI;
import java.util.Map;

/** The three answers for Contoh. */
public abstract class ContohConformance extends ProviderConformance {
    /** For subclasses. */
    protected ContohConformance() {}

    @Override
    protected WalletProviderPlugin plugin() {
        return new ContohPlugin();
    }

    @Override
    protected SimulatedProvider simulator(SimulatorSetup setup) {
        return DialectSimulator.start(setup, new ContohDialect(setup));
    }

    @Override
    protected Map<String, String> settings(SimulatorSetup setup, URI simulator) {
        return Map.of(
                "merchant-id", ContohDialect.MERCHANT_ID,
                "secret-key", setup.secret("secret-key"),
                "base-url", simulator.toString());
    }
}
