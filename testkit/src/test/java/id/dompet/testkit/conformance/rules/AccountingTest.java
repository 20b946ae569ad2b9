package id.dompet.testkit.conformance.rules;

import static id.dompet.testkit.conformance.bench.Expect.expect;
import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.model.Wallet;
import id.dompet.spi.Capability;
import id.dompet.spi.ProviderProfile;
import id.dompet.spi.WalletProvider;
import id.dompet.spi.WalletProviderPlugin;
import id.dompet.spi.WalletSupport;
import id.dompet.testkit.conformance.Need;
import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.reference.ContohPlugin;
import id.dompet.testkit.reference.Hooks;
import id.dompet.testkit.reference.Parts;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.io.TempDir;

/** A run proves something, or fails. */
class AccountingTest {

    static class TwoRules extends TinyRules {
        @Rule(id = "PAY-01", demands = DEMANDS, why = WHY, check = CHECK)
        public final void pay01_passing() {}

        @Rule(id = "PAY-02", demands = DEMANDS, why = WHY, check = CHECK)
        public final void pay02_failing() {
            expect(false, "something else", "this");
        }
    }

    @Test
    void aRuleThatDidNotRunFailsTheClass() {
        Launched launched = Launched.one(TwoRules.class, "pay01_passing", Map.of());
        assertThat(launched.rules()).containsExactly("PAY-01 SUCCESSFUL");
        assertThat(launched.problem())
                .contains("1 of 2 rules are unaccounted for: [PAY-02]")
                .contains("dompet.conformance.partial=true");
        assertThat(launched.json().path("complete").asBoolean()).isFalse();
        assertThat(launched.json().path("missing").toString()).isEqualTo("[\"PAY-02\"]");
        assertThat(launched.json().path("headline").asText()).isEqualTo("FAILED");
    }

    @Test
    void singleRulesCanBeRunOnPurpose() {
        Launched launched =
                Launched.one(
                        TwoRules.class,
                        "pay01_passing",
                        Map.of("dompet.conformance.partial", "true"));
        assertThat(launched.problem()).isEmpty();
        assertThat(launched.json().path("complete").asBoolean()).isFalse();
        assertThat(launched.json().path("headline").asText()).isEqualTo("PARTIAL");
        assertThat(launched.report(".md")).contains("PARTIAL", "Not run: PAY-02");
        assertThat(launched.report(".html")).contains("PARTIAL", "Not run: PAY-02");
    }

    @Test
    void reportsAreWrittenWhereTheBuildWantsThem(@TempDir Path folder) {
        Launched launched =
                Launched.one(
                        TwoRules.class,
                        "pay01_passing",
                        Map.of(
                                "dompet.conformance.partial",
                                "true",
                                "dompet.conformance.reports",
                                folder.toString()));
        assertThat(launched.problem()).isEmpty();
        assertThat(folder.resolve("TwoRules.json")).exists();
        assertThat(folder.resolve("TwoRules.html")).exists();
    }

    @ExtendWith(Switch.class)
    static class SwitchedOffSuite extends TwoRules {}

    static final class Switch implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return context.getTestMethod().isPresent()
                    ? ConditionEvaluationResult.disabled("no time")
                    : ConditionEvaluationResult.enabled("");
        }
    }

    @Test
    void switchingEveryRuleOffFailsTheClass() {
        assertThat(Launched.all(SwitchedOffSuite.class).problem())
                .contains("no rule was executed", "[PAY-01, PAY-02]");
    }

    @ExtendWith(Swallower.class)
    static class SwallowingSuite extends TwoRules {}

    static final class Swallower implements TestExecutionExceptionHandler {
        @Override
        public void handleTestExecutionException(ExtensionContext context, Throwable thrown) {
            // as if nothing had happened
        }
    }

    @Test
    void aFailureThatIsHiddenFailsTheClass() {
        Launched launched = Launched.all(SwallowingSuite.class);
        assertThat(launched.rules()).containsExactly("PAY-01 SUCCESSFUL", "PAY-02 SUCCESSFUL");
        assertThat(launched.problem()).contains("hid it from JUnit: [PAY-02]");
        assertThat(launched.json("PAY-02").path("result").asText()).isEqualTo("failed");
    }

    static class BreakingAfterwardsSuite extends TwoRules {
        @AfterEach
        void breaks() {
            throw new IllegalStateException("cannot clean up");
        }
    }

    @Test
    void aRuleThatJUnitShowsAsFailedIsReportedSo() {
        Launched launched = Launched.all(BreakingAfterwardsSuite.class);
        assertThat(launched.json("PAY-01").path("result").asText()).isEqualTo("failed");
        assertThat(launched.json("PAY-01").path("evidence").asText()).contains("cannot clean up");
    }

    static class RedirectOnlySuite extends TinyRules {
        @Override
        public WalletProviderPlugin plugin() {
            return new ContohPlugin(
                    new Hooks() {
                        @Override
                        public WalletProvider provider(WalletProvider genuine, Parts parts) {
                            WalletSupport dana =
                                    genuine.profile().support(Wallet.DANA).orElseThrow();
                            return WalletProvider.of(
                                            new ProviderProfile(
                                                    "Contoh", Map.of(Wallet.DANA, dana)))
                                    .pay(genuine.pay().orElseThrow())
                                    .status(genuine.status().orElseThrow())
                                    .refund(genuine.refund().orElseThrow())
                                    .notifications(genuine.notifications().orElseThrow())
                                    .build();
                        }
                    });
        }

        @Rule(
                id = "BND-01",
                demands = DEMANDS,
                why = WHY,
                check = CHECK,
                needs = {Need.BIND, Need.PAY_FROM_LINK, Need.PAY})
        public final void bnd01_neverRun() {
            expect(false, "that it never runs", "it runs");
        }
    }

    @Test
    void whatIsNotDeclaredDoesNotApplyAndIsNoProof() {
        Launched launched = Launched.all(RedirectOnlySuite.class);
        assertThat(launched.rules()).containsExactly("BND-01 ABORTED");
        assertThat(launched.thrown("BND-01"))
                .hasMessageContaining(Capability.BIND + " is not declared")
                .hasMessageContaining("PAY_LINKED or PAY_UNATTENDED is not declared");
        assertThat(launched.json("BND-01").path("result").asText()).isEqualTo("not-applicable");
        assertThat(launched.problem()).contains("no rule was executed");
    }
}
