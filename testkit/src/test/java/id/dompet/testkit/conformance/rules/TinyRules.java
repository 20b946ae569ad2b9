package id.dompet.testkit.conformance.rules;

import id.dompet.model.Wallet;
import id.dompet.spi.WalletProviderPlugin;
import id.dompet.testkit.conformance.bench.Subject;
import id.dompet.testkit.reference.ContohDialect;
import id.dompet.testkit.reference.ContohPlugin;
import id.dompet.testkit.simulated.DialectSimulator;
import id.dompet.testkit.simulated.SimulatedProvider;
import id.dompet.testkit.simulated.SimulatorSetup;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;

/** A suite of a few rules, for tests of what runs the rules. */
abstract class TinyRules extends Rules implements Subject {
    static final Path REPORTS = Path.of("target", "tiny-conformance");
    static final LocalDate TODAY = LocalDate.parse("2026-11-20");

    static final String DEMANDS = "It keeps a rule of the testkit's own tests.";
    static final String WHY = "Nothing else would show that rules are kept.";
    static final String CHECK = "the test that runs this";

    @Override
    protected Subject subject() {
        return this;
    }

    @Override
    Path reports() {
        return REPORTS;
    }

    @Override
    LocalDate today() {
        return TODAY;
    }

    @Override
    public WalletProviderPlugin plugin() {
        return new ContohPlugin();
    }

    @Override
    public SimulatedProvider simulator(SimulatorSetup setup) {
        return DialectSimulator.start(setup, new ContohDialect(setup));
    }

    @Override
    public Map<String, String> settings(SimulatorSetup setup, URI simulator) {
        return Map.of(
                "merchant-id", ContohDialect.MERCHANT_ID,
                "secret-key", setup.secret("secret-key"),
                "base-url", simulator.toString());
    }

    @Override
    public String reference(Wallet wallet, String unique) {
        return unique;
    }
}
