package id.dompet.testkit.conformance;

import id.dompet.model.Wallet;
import id.dompet.spi.WalletProviderPlugin;
import id.dompet.testkit.conformance.bench.Subject;
import id.dompet.testkit.conformance.rules.SecrecyRules;
import id.dompet.testkit.simulated.SimulatedProvider;
import id.dompet.testkit.simulated.SimulatorSetup;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Extend this, answer three questions, and every rule of {@code docs/rules.md} runs against your
 * provider module: through the real facade, over real HTTP, against your simulated provider. The
 * rules are final; declare less in the profile, or file a {@link Waiver}.
 *
 * <p>The report is written to {@code target/conformance/}, or to the folder that the system
 * property {@code dompet.conformance.reports} names.
 */
public abstract class ProviderConformance extends SecrecyRules {

    /** For subclasses. */
    protected ProviderConformance() {}

    /** Which module is judged? A new instance each time. */
    protected abstract WalletProviderPlugin plugin();

    /**
     * How does its provider speak? Starts a simulated provider, a new one each time, with the
     * set-up's clock and secrets.
     */
    protected abstract SimulatedProvider simulator(SimulatorSetup setup);

    /**
     * Which settings does the module need? Keys without the prefix, e.g. {@code api-key}.
     *
     * @param setup where secrets come from and notifications go to
     * @param simulator where the provider listens: scheme, host and port
     */
    protected abstract Map<String, String> settings(SimulatorSetup setup, URI simulator);

    /**
     * How does the provider want references to be written, of payments and of refunds? As they come
     * by default; override it for a wallet that takes only some lengths or characters.
     *
     * @param unique at most 32 characters; the answer must be as unique, and the same every time
     */
    protected String reference(Wallet wallet, String unique) {
        return unique;
    }

    /** Rules that this module is known to break, each with a reason and an end. None by default. */
    protected List<Waiver> waivers() {
        return List.of();
    }

    @Override
    protected final List<Waiver> waived() {
        return waivers();
    }

    @Override
    protected final Subject subject() {
        return new Subject() {
            @Override
            public WalletProviderPlugin plugin() {
                return ProviderConformance.this.plugin();
            }

            @Override
            public SimulatedProvider simulator(SimulatorSetup setup) {
                return ProviderConformance.this.simulator(setup);
            }

            @Override
            public Map<String, String> settings(SimulatorSetup setup, URI simulator) {
                return ProviderConformance.this.settings(setup, simulator);
            }

            @Override
            public String reference(Wallet wallet, String unique) {
                return ProviderConformance.this.reference(wallet, unique);
            }
        };
    }
}
