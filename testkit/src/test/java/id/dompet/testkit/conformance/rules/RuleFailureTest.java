package id.dompet.testkit.conformance.rules;

import static id.dompet.testkit.conformance.bench.Expect.expect;
import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.model.DompetException;
import id.dompet.model.Wallet;
import id.dompet.testkit.conformance.Level;
import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.conformance.bench.Bench;
import id.dompet.testkit.conformance.bench.Linked;
import id.dompet.testkit.simulated.Operation;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a contributor reads when a rule fails. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RuleFailureTest {

    static class FailingSuite extends TinyRules {
        @Rule(id = "PAY-01", demands = DEMANDS, why = WHY, check = CHECK)
        public final void pay01_violated() {
            Linked linked = bench().link(Wallet.OVO);
            bench().mark();
            bench().dompet.balance(linked.binding());
            expect(
                    false,
                    "OVO balance: something else",
                    "the key " + bench().setup.secret("secret-key") + " of 081250001234");
        }

        @Rule(id = "BND-02", level = Level.SHOULD, demands = DEMANDS, why = WHY, check = CHECK)
        public final void bnd02_throwing() {
            throw new DompetException.Unavailable(
                    Bench.ID, "nobody listens", new java.net.ConnectException());
        }

        @Rule(id = "BND-10", demands = DEMANDS, why = WHY, check = CHECK)
        public final void bnd10_throwingSecrets() {
            throw new IllegalStateException(
                    "outer", new IllegalArgumentException(bench().setup.secret("secret-key")));
        }

        @Rule(id = "PLG-01", demands = DEMANDS, why = WHY, check = CHECK)
        public final void plg01_passing() {
            evidence("3 things x 2 ways: 6 cells");
            bench().link(Wallet.OVO);
        }
    }

    private final Launched launched = Launched.all(FailingSuite.class);

    @Test
    void rulesRunInTheOrderOfTheirNumbersAndShowThem() {
        assertThat(launched.rules())
                .containsExactly(
                        "PLG-01 SUCCESSFUL", "BND-02 FAILED", "BND-10 FAILED", "PAY-01 FAILED");
        assertThat(launched.problem()).isEmpty();
    }

    @Test
    void theMessageSaysRuleExpectationSightWireAndWhereToLook() {
        assertThat(launched.thrown("PAY-01"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("PAY-01 (MUST): " + TinyRules.DEMANDS)
                .hasMessageContaining("expected: OVO balance: something else")
                .hasMessageContaining("seen: the key [secret] of [phone ..34]")
                .hasMessageContaining("since the rule began")
                .hasMessageContaining("BIND POST /link -> 200")
                .hasMessageContaining(Operation.BALANCE + " POST /balance -> 200")
                .hasMessageContaining("why it matters: " + TinyRules.WHY)
                .hasMessageContaining("look first at: " + TinyRules.CHECK)
                .hasNoCause();
        assertThat(launched.thrown("PAY-01").getStackTrace()[1].getMethodName())
                .isEqualTo("pay01_violated");
    }

    @Test
    void whateverIsThrownBreaksTheRuleAndIsKept() {
        assertThat(launched.thrown("BND-02"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("BND-02 (SHOULD)")
                .hasMessageContaining("nobody listens")
                .hasMessageContaining("none since the rule began")
                .hasCauseInstanceOf(DompetException.Unavailable.class);
    }

    @Test
    void noSecretIsInTheCausesEither() {
        Throwable thrown = launched.thrown("BND-10");
        assertThat(thrown).hasStackTraceContaining("outer").hasStackTraceContaining("[secret]");
        assertThat(thrown)
                .cause()
                .cause()
                .satisfies(inner -> assertThat(inner.getStackTrace()).isNotEmpty());
    }

    @Test
    void theReportCountsAndShowsWhatWasTried() {
        assertThat(launched.json().path("plugin").asText()).isEqualTo("contoh");
        assertThat(launched.json().path("class").asText()).isEqualTo(FailingSuite.class.getName());
        assertThat(launched.json().path("date").asText()).isEqualTo("2026-11-20");
        assertThat(launched.json().path("jdk").asText()).isNotEmpty();
        assertThat(launched.json().path("versions").path("junit").asText()).isNotEmpty();
        assertThat(launched.json().path("complete").asBoolean()).isTrue();
        assertThat(launched.json().path("totals").toString())
                .isEqualTo("{\"passed\":1,\"failed\":3,\"notApplicable\":0,\"waived\":0}");
        assertThat(launched.json("PLG-01").path("evidence").asText())
                .startsWith("3 things x 2 ways: 6 cells; ")
                .endsWith(" requests");
        assertThat(launched.json("BND-02").path("level").asText()).isEqualTo("SHOULD");
        assertThat(launched.json("BND-02").path("result").asText()).isEqualTo("failed");
        assertThat(launched.json("PAY-01").path("evidence").asText())
                .isEqualTo(launched.thrown("PAY-01").getMessage());
    }

    @Test
    void everyFormSaysTheSame() {
        for (String form : List.of(".md", ".html")) {
            assertThat(launched.report(form))
                    .contains("FAILED", "PAY-01", "[secret]", "POST /balance", "6 cells");
        }
        assertThat(launched.report(".html")).contains("POST /balance -&gt; 200");
        Collection<String> none = List.of("<script", "src=", "http://", "https://");
        assertThat(none).noneMatch(launched.report(".html")::contains);
    }
}
