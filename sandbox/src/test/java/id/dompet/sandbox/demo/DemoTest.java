package id.dompet.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.dompet.sandbox.Cli;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The demo as a newcomer starts it: without a configuration. */
final class DemoTest {
    private static final List<String> OVO_STEPS =
            List.of(
                    "bind",
                    "complete-bind",
                    "balance",
                    "top-up-instructions",
                    "pay",
                    "notification",
                    "status",
                    "unbind");
    private static final List<String> SHOPEEPAY_STEPS =
            OVO_STEPS.stream().filter(step -> !step.equals("top-up-instructions")).toList();

    @Test
    void aProcessOfItsOwnPlaysEveryStepForEveryProviderAndWallet() throws Exception {
        Cli demo = Cli.runAlone("demo", "--json").isPlain();

        assertThat(demo.err()).isEmpty();
        assertThat(demo.status()).isZero();
        assertThat(steps(demo, "duitku", "OVO")).isEqualTo(OVO_STEPS);
        assertThat(steps(demo, "duitku", "SHOPEEPAY")).isEqualTo(SHOPEEPAY_STEPS);
        assertThat(steps(demo, "duitku-legacy", "OVO")).isEqualTo(OVO_STEPS);
        assertThat(steps(demo, "duitku-legacy", "SHOPEEPAY")).isEqualTo(SHOPEEPAY_STEPS);
        // DOKU documents no top-up instructions either.
        assertThat(steps(demo, "doku", "OVO")).isEqualTo(SHOPEEPAY_STEPS);
        assertThat(steps(demo, "doku-archive", "OVO")).isEqualTo(SHOPEEPAY_STEPS);
        assertThat(demo.lines())
                .hasSize(45)
                .allSatisfy(
                        line -> {
                            assertThat(line.path("ok").isBoolean()).isTrue();
                            assertThat(line.path("ok").asBoolean()).isTrue();
                            assertThat(line.path("detail").asText()).isNotBlank();
                            assertThat(line.path("millis").isIntegralNumber()).isTrue();
                            assertThat(line).hasSize(6);
                        });
        JsonNode last = demo.lines().get(44);
        assertThat(last.path("step").asText()).isEqualTo("summary");
        assertThat(last.path("provider").asText())
                .isEqualTo("duitku,duitku-legacy,doku,doku-archive");
        assertThat(last.path("wallet").asText()).isEqualTo("OVO,SHOPEEPAY");
    }

    @Test
    void theTableTellsWhatHappenedInAlignedColumnsAndPlainSentences() {
        Cli demo = Cli.run("demo", "--provider", "duitku-legacy").isPlain();

        assertThat(demo.status()).isZero();
        assertThat(demo.out())
                .contains("linked OVO of 62812*****890 at duitku-legacy")
                .contains("the balance went from IDR 1000000.00 to IDR 975000.00")
                .contains("unlinked, after the notice \"Unlink OVO? To use your remaining")
                .contains("summary ok: all 15 steps of 2 journeys")
                .doesNotContain("81234567890");
        List<String> rows = demo.out().lines().filter(row -> row.contains(" ms  ")).toList();
        int column = rows.get(0).indexOf(" ms  ");
        assertThat(rows)
                .hasSize(15)
                .allSatisfy(row -> assertThat(row.indexOf(" ms  ")).isEqualTo(column));
    }

    @Test
    void aProviderIsChosenByTheNameOfTheInstanceOrByItsType() {
        assertThat(providers(Cli.run("demo", "--json", "--provider", "duitku-legacy")))
                .containsOnly("duitku-legacy");
        assertThat(providers(Cli.run("demo", "--json", "--provider", "duitku")))
                .containsOnly("duitku", "duitku-legacy");
        assertThat(providers(Cli.run("demo", "--json", "--provider", "doku-snap")))
                .containsOnly("doku", "doku-archive");
    }

    @Test
    void anUnknownProviderIsAnsweredWithTheNamesThereAre() {
        Cli demo = Cli.run("demo", "--provider", "nobody").isPlain();

        assertThat(demo.status()).isEqualTo(2);
        assertThat(demo.out()).isEmpty();
        assertThat(demo.err().strip())
                .isEqualTo(
                        "dompet: There is no provider called 'nobody'; choose from duitku,"
                                + " duitku-legacy, doku, doku-archive.");
    }

    @Test
    void helpAndVersionAreResultsAndAWrongOptionIsNot() {
        assertThat(Cli.run("--help").status()).isZero();
        assertThat(Cli.run("--help").out()).contains("demo", "sandbox");
        assertThat(Cli.run("demo", "--help").out()).contains("--provider", "--config", "--json");
        assertThat(Cli.run("sandbox", "--help").out()).contains("--credentials-dir");
        assertThat(Cli.run("--version").out()).matches("dompet [0-9]\\S+\\s+");
        Cli wrong = Cli.run("demo", "--fast").isPlain();
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err()).contains("Unknown option: '--fast'");
        assertThat(Cli.run().status()).isEqualTo(2);
    }

    private static List<String> steps(Cli demo, String provider, String wallet) {
        return demo.lines().stream()
                .filter(line -> line.path("provider").asText().equals(provider))
                .filter(line -> line.path("wallet").asText().equals(wallet))
                .map(line -> line.path("step").asText())
                .toList();
    }

    private static List<String> providers(Cli demo) {
        assertThat(demo.status()).isZero();
        return demo.lines().stream()
                .filter(line -> !line.path("step").asText().equals("summary"))
                .map(line -> line.path("provider").asText())
                .toList();
    }
}
