package id.dompet.testkit.conformance.run;

import id.dompet.model.Wallet;
import id.dompet.spi.WalletProviderPlugin;
import id.dompet.testkit.conformance.bench.Bench;
import id.dompet.testkit.conformance.bench.Scale;
import id.dompet.testkit.conformance.bench.Subject;
import id.dompet.testkit.conformance.report.Redaction;
import id.dompet.testkit.simulated.SimulatedProvider;
import id.dompet.testkit.simulated.SimulatorSetup;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Opens the shared bench; says in one sentence why it cannot be opened. */
final class Opening {
    private Opening() {}

    static Bench open(Subject subject, Scale scale) {
        Asked asked = new Asked(subject);
        try {
            return new Bench(asked, scale);
        } catch (Throwable e) {
            String sentence =
                    e instanceof Unanswered
                            ? String.valueOf(e.getMessage())
                            : "the module does not start with what plugin() and settings(...)"
                                    + " answered: "
                                    + e;
            Redaction redaction = asked.redaction();
            throw new Unanswered(redaction.of(sentence), redaction.of(e));
        }
    }

    /** One of the questions to a conformance class. */
    static <T> T ask(String question, Supplier<T> answer) {
        try {
            return Objects.requireNonNull(answer.get(), "it returned null");
        } catch (Throwable e) {
            throw new Unanswered(question + " of the conformance class failed with " + e, e);
        }
    }

    /** The bench cannot be opened. */
    static final class Unanswered extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unanswered(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }

    /** Knows which question went unanswered, and the secrets given out so far. */
    private record Asked(Subject subject, List<SimulatorSetup> setups) implements Subject {
        Asked(Subject subject) {
            this(subject, new CopyOnWriteArrayList<>());
        }

        Redaction redaction() {
            return new Redaction(
                    setups.stream().flatMap(setup -> setup.secrets().stream()).toList());
        }

        @Override
        public WalletProviderPlugin plugin() {
            return ask("plugin()", subject::plugin);
        }

        @Override
        public SimulatedProvider simulator(SimulatorSetup setup) {
            setups.add(setup);
            return ask("simulator(setup)", () -> subject.simulator(setup));
        }

        @Override
        public Map<String, String> settings(SimulatorSetup setup, URI simulator) {
            return ask("settings(setup, simulator)", () -> subject.settings(setup, simulator));
        }

        @Override
        public String reference(Wallet wallet, String unique) {
            return ask("reference(wallet, unique)", () -> subject.reference(wallet, unique));
        }
    }
}
