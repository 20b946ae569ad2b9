package id.dompet.docs.misal;

import id.dompet.spi.WalletProviderPlugin;
import id.dompet.testkit.conformance.ProviderConformance;
import id.dompet.testkit.simulated.DialectSimulator;
import id.dompet.testkit.simulated.SimulatedProvider;
import id.dompet.testkit.simulated.SimulatorSetup;
import java.net.URI;
import java.util.Map;

class MisalConformanceTest extends ProviderConformance {
    @Override
    protected WalletProviderPlugin plugin() {
        return new MisalPlugin();
    }

    @Override
    protected SimulatedProvider simulator(SimulatorSetup setup) {
        return DialectSimulator.start(setup, new MisalDialect(setup));
    }

    @Override
    protected Map<String, String> settings(SimulatorSetup setup, URI simulator) {
        return Map.of(
                "client-id", MisalDialect.CLIENT,
                "client-secret", setup.secret("client-secret"),
                "base-url", simulator.toString());
    }
}
