package id.dompet.testkit.conformance.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dompet.http.HttpRequest;
import id.dompet.http.HttpResponse;
import id.dompet.spi.Call;
import id.dompet.spi.WalletProviderPlugin;
import id.dompet.testkit.SimulatorAnswer;
import id.dompet.testkit.SimulatorRequest;
import id.dompet.testkit.conformance.bench.Scale;
import id.dompet.testkit.conformance.run.Run;
import id.dompet.testkit.reference.ContohConformance;
import id.dompet.testkit.reference.ContohDialect;
import id.dompet.testkit.reference.ContohPlugin;
import id.dompet.testkit.reference.Hooks;
import id.dompet.testkit.simulated.Books;
import id.dompet.testkit.simulated.DialectSimulator;
import id.dompet.testkit.simulated.Operation;
import id.dompet.testkit.simulated.SimulatedProvider;
import id.dompet.testkit.simulated.SimulatorSetup;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.IntPredicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;

/** A provider that says "unlinked" with HTTP 204 alone is judged by the same rules. */
class EmptySuccessTest {
    private static final Map<String, String> PART = Map.of(Run.PARTIAL, "true");

    @ParameterizedTest
    @ValueSource(strings = {"bnd19_lostUnbindIsUnknown", "bnd20_unbelievableUnbindIsUnknown"})
    void aModuleThatTakesTheDocumentedStatusPasses(String rule) {
        Launched launched = Launched.one(Exact.class, rule, PART);
        launched.shown()
                .forEach(
                        (name, result) ->
                                assertEquals(
                                        Status.SUCCESSFUL,
                                        result.getStatus(),
                                        () -> name + ": " + result.getThrowable()));
    }

    @ParameterizedTest
    @ValueSource(strings = "bnd20_unbelievableUnbindIsUnknown")
    void oneThatTakesAnyEmptyAnswerFails(String rule) {
        String said =
                Launched.one(Careless.class, rule, PART).shown().values().stream()
                        .map(TestExecutionResult::getThrowable)
                        .map(thrown -> thrown.map(Throwable::getMessage).orElse(""))
                        .reduce("", String::concat);
        assertTrue(said.contains("HTTP 200 without a body"), said);
    }

    /** Takes 204, and nothing else without a body. */
    public static class Exact extends WithoutBody {
        @Override
        boolean isSuccess(int status) {
            return status == 204;
        }
    }

    /** Takes every status that begins with 2. */
    public static class Careless extends WithoutBody {
        @Override
        boolean isSuccess(int status) {
            return status / 100 == 2;
        }
    }

    /** Contoh, if it unlinked without a word. */
    abstract static class WithoutBody extends ContohConformance {
        abstract boolean isSuccess(int status);

        @Override
        protected WalletProviderPlugin plugin() {
            return new ContohPlugin(new ReadsStatus(this::isSuccess));
        }

        @Override
        protected SimulatedProvider simulator(SimulatorSetup setup) {
            return DialectSimulator.start(setup, new Silent(setup));
        }

        @Override
        Scale scale() {
            return new Scale(2_000, Duration.ofMillis(300), false);
        }

        @Override
        Path reports() {
            return Path.of("target", "broken");
        }
    }

    private static final class Silent extends ContohDialect {
        Silent(SimulatorSetup setup) {
            super(setup);
        }

        @Override
        public SimulatorAnswer answer(SimulatorRequest request, Books books) {
            SimulatorAnswer said = super.answer(request, books);
            return operation(request) == Operation.UNBIND && said.text().contains("\"00\"")
                    ? said.withBody("").withStatus(204)
                    : said;
        }
    }

    private static final class ReadsStatus extends Hooks {
        private final IntPredicate success;

        ReadsStatus(IntPredicate success) {
            this.success = success;
        }

        @Override
        public HttpResponse send(Call call, HttpRequest signed) {
            HttpResponse answer = call.send(signed);
            boolean ended =
                    signed.uri().getPath().equals("/unlink")
                            && answer.body().size() == 0
                            && success.test(answer.status());
            return ended ? HttpResponse.of(200, "application/json", "{\"code\":\"00\"}") : answer;
        }
    }
}
