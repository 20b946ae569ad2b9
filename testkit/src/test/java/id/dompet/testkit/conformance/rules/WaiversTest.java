package id.dompet.testkit.conformance.rules;

import static id.dompet.testkit.conformance.bench.Expect.expect;
import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.conformance.Waiver;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class WaiversTest {
    private static final URI LINK = URI.create("https://tracker.example/7");

    private static Waiver waiver(String rule, LocalDate until) {
        return new Waiver(rule, "the sandbox cannot do it", LINK, until);
    }

    abstract static class WaivingRules extends TinyRules {
        @Rule(id = "PAY-01", demands = DEMANDS, why = WHY, check = CHECK)
        public final void pay01_failing() {
            expect(false, "something else", "this");
        }

        @Rule(id = "PAY-02", demands = DEMANDS, why = WHY, check = CHECK)
        public final void pay02_passing() {}

        @Rule(id = "PAY-03", demands = DEMANDS, why = WHY, check = CHECK)
        public final void pay03_findsOutThatItDoesNotApply() {
            if (!bench().provider.baseUrl().getScheme().isEmpty()) {
                throw notApplicable("the provider has no pages");
            }
        }
    }

    static class WaivingSuite extends WaivingRules {
        @Override
        protected List<Waiver> waived() {
            return List.of(waiver("PAY-01", TODAY));
        }
    }

    @Test
    void aWaivedRuleIsShownAsAbortedWithTheWaiversWords() {
        Launched launched = Launched.all(WaivingSuite.class);
        assertThat(launched.rules())
                .containsExactly("PAY-01 ABORTED", "PAY-02 SUCCESSFUL", "PAY-03 ABORTED");
        assertThat(launched.problem()).isEmpty();
        assertThat(launched.thrown("PAY-01"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("Waived until 2026-11-20: the sandbox cannot do it")
                .hasMessageContaining(LINK.toString())
                .hasMessageContaining("seen: this");
        assertThat(launched.json("PAY-01").path("result").asText()).isEqualTo("waived");
        assertThat(launched.json("PAY-03").path("result").asText()).isEqualTo("not-applicable");
        assertThat(launched.json("PAY-03").path("evidence").asText())
                .isEqualTo("the provider has no pages");
        assertThat(launched.json().path("totals").path("waived").asInt()).isEqualTo(1);
        assertThat(launched.json().path("headline").asText()).isEqualTo("PASSED WITH WAIVERS");
        assertThat(launched.report(".md")).contains("the sandbox cannot do it");
    }

    static class LateSuite extends WaivingRules {
        @Override
        protected List<Waiver> waived() {
            return List.of(
                    waiver("PAY-01", TODAY.minusDays(1)),
                    waiver("PAY-02", TODAY),
                    waiver("PAY-03", TODAY),
                    waiver("PAY-99", TODAY),
                    waiver("PAY-99", TODAY));
        }
    }

    @Test
    void expiredAndStaleWaiversFail() {
        Launched launched = Launched.all(LateSuite.class);
        assertThat(launched.rules())
                .containsExactly("PAY-01 FAILED", "PAY-02 FAILED", "PAY-03 FAILED");
        assertThat(launched.thrown("PAY-01"))
                .hasMessageContaining("The waiver of PAY-01 expired on 2026-11-19")
                .hasMessageContaining("seen: this");
        assertThat(launched.thrown("PAY-02"))
                .hasMessageContaining("The waiver of PAY-02 is stale: the rule passes");
        assertThat(launched.thrown("PAY-03"))
                .hasMessageContaining(
                        "is stale: the rule does not apply (the provider has no pages)");
        assertThat(launched.problem())
                .contains("there is a waiver of PAY-99, and no such rule")
                .contains("there are two waivers of PAY-99");
        assertThat(launched.json().path("headline").asText()).isEqualTo("FAILED");
    }
}
