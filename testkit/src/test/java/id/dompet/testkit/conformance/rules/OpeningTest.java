package id.dompet.testkit.conformance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.spi.WalletProviderPlugin;
import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.conformance.Waiver;
import id.dompet.testkit.simulated.SimulatedProvider;
import id.dompet.testkit.simulated.SimulatorSetup;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A bench that cannot be opened is one failure with one sentence. */
class OpeningTest {

    abstract static class ThreeRules extends TinyRules {
        @Rule(id = "PAY-01", demands = DEMANDS, why = WHY, check = CHECK)
        public final void pay01_passing() {}

        @Rule(id = "PAY-02", demands = DEMANDS, why = WHY, check = CHECK)
        public final void pay02_passing() {}

        @Rule(id = "PAY-03", demands = DEMANDS, why = WHY, check = CHECK)
        public final void pay03_passing() {}
    }

    private static void failsOnce(Class<?> suite, String... words) {
        Launched launched = Launched.all(suite);
        assertThat(launched.rules())
                .containsExactly("PAY-01 FAILED", "PAY-02 ABORTED", "PAY-03 ABORTED");
        assertThat(launched.thrown("PAY-01").getMessage())
                .startsWith("no rule of " + suite.getName() + " can be judged: ")
                .contains(words)
                .doesNotContain("\tat ");
        assertThat(launched.problem()).isEmpty();
        assertThat(launched.json().path("complete").asBoolean()).isFalse();
        assertThat(launched.json("PAY-03").path("result").asText()).isEqualTo("failed");
        assertThat(launched.json("PAY-03").path("evidence").asText()).startsWith("Not judged: ");
    }

    static class NoPluginSuite extends ThreeRules {
        @Override
        public WalletProviderPlugin plugin() {
            throw new NoClassDefFoundError("com/acme/AcmePlugin");
        }
    }

    static class NoSimulatorSuite extends ThreeRules {
        @Override
        public SimulatedProvider simulator(SimulatorSetup setup) {
            throw new IllegalStateException("no port, with key " + setup.secret("key"));
        }
    }

    static class NoSettingsSuite extends ThreeRules {
        @Override
        public Map<String, String> settings(SimulatorSetup setup, URI simulator) {
            throw new IllegalStateException("no key");
        }
    }

    static class WrongSettingsSuite extends ThreeRules {
        @Override
        public Map<String, String> settings(SimulatorSetup setup, URI simulator) {
            return Map.of("base-url", simulator.toString());
        }
    }

    static class NoWaiversSuite extends ThreeRules {
        @Override
        protected List<Waiver> waived() {
            throw new IllegalStateException("no list");
        }
    }

    @Test
    void theSentenceNamesTheQuestion() {
        failsOnce(NoPluginSuite.class, "plugin() of", "com/acme/AcmePlugin");
        failsOnce(NoSimulatorSuite.class, "simulator(setup) of", "no port, with key [secret]");
        failsOnce(NoSettingsSuite.class, "settings(setup, simulator) of", "no key");
        failsOnce(NoWaiversSuite.class, "waivers() of", "no list");
        failsOnce(
                WrongSettingsSuite.class,
                "does not start with what plugin() and settings(...) answered",
                "dompet.subject.secret-key");
    }
}
