package id.dompet.sandbox.soak;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.sandbox.cli.Terminal;
import id.dompet.sandbox.soak.SoakPlan.DatabaseKind;
import id.dompet.sandbox.soak.worker.Worker;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A short soak with real processes, on each database. */
class SoakTest {
    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void nothingIsDoubleLostWrongOrOpen(DatabaseKind kind) throws Exception {
        SoakPlan plan =
                new SoakPlan(Duration.ofSeconds(12), 4, kind, Worker.class.getName(), false);
        Terminal terminal = new Terminal(System.out, System.err);
        try (SoakDatabase database = SoakDatabase.open(kind, folder);
                Soak soak = new Soak(plan, folder, database, terminal)) {
            SoakResult result = soak.run();
            assertThat(result.findings()).isEmpty();
            assertThat(result.isGood()).as(result.line()).isTrue();
        }
    }
}
