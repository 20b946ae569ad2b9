package id.dompet.sandbox.soak;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.ledger.PaymentState;
import id.dompet.sandbox.soak.HaltingWorker.Point;
import id.dompet.sandbox.soak.SoakPlan.DatabaseKind;
import id.dompet.sandbox.soak.worker.Way;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A worker dies at each point where it matters; another one finds out what became of it. */
class CrashPointsTest {
    /** Charged when it arrives, with nobody at a page. */
    private static final Way WAY = Way.DOKU_OVO_UNATTENDED;

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void nothingIsChargedTwiceOrLostWhereverItDies(DatabaseKind kind) throws Exception {
        try (Bench bench = new Bench(folder, kind, HaltingWorker.class)) {
            bench.staffed().link(WAY);
            for (Point point : Point.values()) {
                Order order = order(point.number(), point.rupiah());
                bench.payUntilDeath(order);
                bench.staffed().payUntilAnswered(order);
            }
            int last = Point.values().length + 1;
            bench.scene.providers().failCharge(WAY, bench.killing());
            bench.payUntilDeath(order(last, 2_000));
            bench.staffed();

            bench.scene.settle();
            Rows found = bench.scene.rows();
            Map<String, Rows.PaymentRow> rows = found.payments();
            assertThat(bench.audit(found)).isEmpty();
            assertThat(rows).hasSize(last);
            assertThat(rows.get(order(Point.BEFORE_SENDING.number(), 1).reference(1)))
                    .as("nothing was sent, so nothing was charged")
                    .extracting(Rows.PaymentRow::state)
                    .isEqualTo(PaymentState.DECLINED);
            assertThat(rows.values())
                    .as("all others reached the provider")
                    .filteredOn(row -> row.state() == PaymentState.PAID)
                    .hasSize(last - 1);
        }
    }

    private static Order order(int number, long rupiah) {
        return Bench.order(number, WAY, rupiah, Order.Mood.CONFIRMS);
    }
}
