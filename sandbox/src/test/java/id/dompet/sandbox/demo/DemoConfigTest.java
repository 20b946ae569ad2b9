package id.dompet.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.sandbox.Cli;
import id.dompet.testkit.Fault;
import id.dompet.testkit.duitku.CallbackMode;
import id.dompet.testkit.duitku.DuitkuOperation;
import id.dompet.testkit.duitku.DuitkuSimulator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo with a merchant's configuration, which may be wrong, as may be the provider. */
final class DemoConfigTest {
    @TempDir private Path folder = Path.of("");

    private DuitkuSimulator duitku;

    @BeforeEach
    void start() {
        duitku = DuitkuSimulator.builder().start();
    }

    @AfterEach
    void stop() {
        duitku.close();
    }

    @Test
    void aFileWithoutCallbackUrlIsGivenTheDemosOwn() throws IOException {
        Cli demo = play(Map.of());

        assertThat(demo.status()).isZero();
        assertThat(demo.lines()).hasSize(16);
        assertThat(duitku.ledger().movements()).hasSize(2);
    }

    @Test
    void aCallbackUrlOnThisMachineIsListenedTo() throws IOException {
        Cli demo = play(Map.of("callback-url", "http://localhost:" + freePort() + "/hear/me"));

        assertThat(demo.status()).isZero();
        assertThat(demo.step(Step.NOTIFICATION.label()).path("detail").asText())
                .contains("verified");
    }

    @Test
    void aCallbackUrlElsewhereIsSaidToBeOutOfHearing() throws IOException {
        duitku.close();
        duitku = DuitkuSimulator.builder().callbackMode(CallbackMode.MANUAL).start();

        Cli demo = play(Map.of("callback-url", "https://shop.example/secret-path"));

        assertThat(demo.status()).isZero();
        assertThat(demo.step(Step.NOTIFICATION.label()).path("detail").asText())
                .isEqualTo(
                        "the demo cannot hear callbacks at https://shop.example; asked instead, and"
                                + " it is PAID");
    }

    @Test
    void aCallbackPortInUseIsSaidInOneSentence() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + taken.getLocalPort() + "/notify";

            Cli demo = play(Map.of("callback-url", url));

            assertThat(demo.status()).isEqualTo(1);
            assertThat(demo.out()).isEmpty();
            assertThat(demo.err())
                    .contains("port " + taken.getLocalPort())
                    .contains("already in use")
                    .hasLineCount(1);
        }
    }

    @Test
    void routesOfTheFileDoNotLeadAJourneyElsewhere() throws IOException {
        List<String> lines = new ArrayList<>(lines("duitku", Map.of()));
        lines.addAll(lines("second", Map.of("type", "duitku")));
        lines.add("dompet.environment=sandbox");
        lines.add("dompet.providers=duitku, second");
        lines.add("dompet.route.default=duitku");
        lines.add("dompet.route.OVO=duitku");

        Cli demo = demo(Files.write(folder.resolve("two.properties"), lines), "second");

        assertThat(demo.status()).isZero();
        assertThat(demo.step(Step.COMPLETE_BIND.label()).path("detail").asText())
                .endsWith("at second");
    }

    @Test
    void aMissingFileIsNamed() {
        Cli demo = Cli.run("demo", "--config", folder.resolve("none.properties").toString());

        assertThat(demo.isPlain().status()).isEqualTo(2);
        assertThat(demo.err()).contains("none.properties", "does not exist").hasLineCount(1);
    }

    @Test
    void anUnknownSettingIsNamedWithTheNearestOne() throws IOException {
        Cli demo = play(Map.of("api-kei", "x"));

        assertThat(demo.status()).isEqualTo(2);
        assertThat(demo.err())
                .contains("dompet.duitku.api-kei", "did you mean 'dompet.duitku.api-key'?")
                .hasLineCount(1);
    }

    @Test
    void aFileWithoutProvidersIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("empty.properties"), "");

        Cli demo = Cli.run("demo", "--config", file.toString()).isPlain();

        assertThat(demo.status()).isEqualTo(2);
        assertThat(demo.err()).contains("names no providers").hasLineCount(1);
    }

    @Test
    void realMoneyIsRefused() throws IOException {
        Path file = folder.resolve("production.properties");
        Files.write(file, List.of("dompet.environment=production", "dompet.providers=duitku"));

        Cli demo = Cli.run("demo", "--config", file.toString()).isPlain();

        assertThat(demo.status()).isEqualTo(2);
        assertThat(demo.err()).contains("is production; the demo plays with sandboxes only");
    }

    @Test
    void aWrongApiKeyFailsTheFirstStepAndSkipsTheRest() throws IOException {
        Cli demo = play(Map.of("api-key", "0123456789abcdef0123456789abcdef"));

        assertThat(demo.status()).isEqualTo(1);
        assertThat(demo.step(Step.BIND.label()).path("ok").asBoolean()).isFalse();
        assertThat(demo.step(Step.BIND.label()).path("detail").asText()).contains("api-key");
        assertThat(demo.lines().subList(1, 8))
                .allSatisfy(
                        line -> {
                            assertThat(line.path("ok").asBoolean()).isFalse();
                            assertThat(line.path("detail").asText())
                                    .isEqualTo("skipped: bind did not succeed");
                        });
        assertThat(demo.step(Step.SUMMARY.label()).path("ok").asBoolean()).isFalse();
        assertThat(demo.screen()).doesNotContain("0123456789abcdef");
    }

    @Test
    void nobodyListeningIsSaid() throws IOException {
        duitku.close();

        Cli demo = play(Map.of());

        assertThat(demo.status()).isEqualTo(1);
        assertThat(demo.step(Step.BIND.label()).path("detail").asText()).contains("refused");
    }

    @Test
    void thoseWhoAskForItSeeExchangesAndStackTracesOnStandardError() throws Exception {
        duitku.close();
        play(Map.of());
        String file = folder.resolve("shop.properties").toString();

        Cli demo = Cli.runAlone("demo", "--config", file, "--json", "--verbose");

        assertThat(demo.status()).isEqualTo(1);
        assertThat(demo.err()).contains("/connect -> not sent in ").contains("\tat id.dompet.");
        assertThat(demo.lines()).hasSize(16);
        assertThat(demo.screen()).doesNotContain(duitku.apiKey()).doesNotContain("81234567890");
    }

    @Test
    void anHtmlPageInsteadOfAnAnswerIsSaid() throws IOException {
        duitku.faults().always(DuitkuOperation.CONNECT, Fault.htmlPage());

        Cli demo = play(Map.of());

        assertThat(demo.status()).isEqualTo(1);
        assertThat(demo.step(Step.BIND.label()).path("detail").asText())
                .startsWith("nobody can say whether the wallet was linked: ")
                .doesNotContain("<");
    }

    @Test
    void aTruncatedAnswerToAChargeIsAskedAboutAndNotChargedAgain() throws IOException {
        duitku.faults().next(DuitkuOperation.INQUIRY, Fault.truncatedBody(10));

        Cli demo = play(Map.of());

        assertThat(demo.status()).isEqualTo(1);
        assertThat(demo.step(Step.PAY.label()).path("detail").asText())
                .startsWith("nobody can say yet whether it was charged: ");
        assertThat(demo.step(Step.NOTIFICATION.label()).path("detail").asText())
                .isEqualTo("skipped: pay did not succeed");
        assertThat(demo.step(Step.STATUS.label()).path("detail").asText())
                .startsWith("expected the payment to be PAID, it is ");
        assertThat(demo.step(Step.UNBIND.label()).path("ok").asBoolean()).isTrue();
        assertThat(duitku.journal().count(DuitkuOperation.INQUIRY)).isEqualTo(2);
    }

    @Test
    void aTruncatedAnswerToAQuestionAboutABindingIsSaid() throws IOException {
        duitku.faults().always(DuitkuOperation.TOP_UP, Fault.truncatedBody(10));

        Cli demo = play(Map.of());

        assertThat(demo.status()).isEqualTo(1);
        assertThat(demo.step(Step.TOP_UP_INSTRUCTIONS.label()).path("ok").asBoolean()).isFalse();
        assertThat(demo.step(Step.PAY.label()).path("ok").asBoolean()).isTrue();
    }

    private Cli play(Map<String, String> settings) throws IOException {
        List<String> lines = new ArrayList<>(lines("duitku", settings));
        lines.add("dompet.environment=sandbox");
        lines.add("dompet.providers=duitku");
        return demo(Files.write(folder.resolve("shop.properties"), lines), "duitku");
    }

    /** Whatever happens, the screen shows no secret and nothing of the program's inside. */
    private Cli demo(Path file, String provider) {
        Cli demo = Cli.run("demo", "--json", "--config", file.toString(), "--provider", provider);
        assertThat(demo.isPlain().screen())
                .doesNotContain(duitku.apiKey())
                .doesNotContain("81234567890")
                .doesNotContain("ticket=")
                .doesNotContain("secret-path");
        return demo;
    }

    private List<String> lines(String instance, Map<String, String> settings) {
        Map<String, String> all = new TreeMap<>();
        all.put("merchant-code", duitku.merchantCode());
        all.put("api-key", duitku.apiKey());
        all.put("account-link-base-url", duitku.accountLinkBaseUrl().toString());
        all.put("web-api-base-url", duitku.webApiBaseUrl().toString());
        all.putAll(settings);
        List<String> lines = new ArrayList<>();
        all.forEach((key, value) -> lines.add("dompet." + instance + "." + key + "=" + value));
        return lines;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
