package id.dompet.docs.umpama;

import id.dompet.spi.WalletProviderPlugin;
import id.dompet.testkit.conformance.ProviderConformance;
import id.dompet.testkit.simulated.DialectSimulator;
import id.dompet.testkit.simulated.SimulatedProvider;
import id.dompet.testkit.simulated.SimulatorSetup;
import java.net.URI;
import java.util.Map;

class UmpamaConformanceTest extends ProviderConformance {
    @Override
    protected WalletProviderPlugin plugin() {
        return new UmpamaPlugin();
    }

    @Override
    protected SimulatedProvider simulator(SimulatorSetup setup) {
        return DialectSimulator.start(setup, new UmpamaDialect(setup));
    }

    @Override
    protected Map<String, String> settings(SimulatorSetup setup, URI simulator) {
        return Map.of(
                "merchant-id", UmpamaDialect.MERCHANT,
                "api-key", setup.secret("api-key"),
                "base-url", simulator.toString());
    }
}
