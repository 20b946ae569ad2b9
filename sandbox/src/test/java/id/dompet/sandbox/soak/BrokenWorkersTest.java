package id.dompet.sandbox.soak;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.sandbox.soak.Audit.Finding;
import id.dompet.sandbox.soak.SoakPlan.DatabaseKind;
import id.dompet.sandbox.soak.worker.Way;
import id.dompet.testkit.Fault;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A soak that finds nothing proves something only if it finds what is there. */
class BrokenWorkersTest {
    @TempDir Path folder;

    @Test
    void chargingAgainUnderAnotherReferenceIsDouble() throws Exception {
        assertThat(count(findings(BrokenWorkers.Hasty.class), Audit.Fault.DOUBLE)).isPositive();
    }

    @Test
    void takingALostAnswerForANoIsWrong() throws Exception {
        assertThat(count(findings(BrokenWorkers.Pessimist.class), Audit.Fault.WRONG)).isPositive();
    }

    @Test
    void believingWhatIsNotSignedIsWrong() throws Exception {
        assertThat(count(findings(BrokenWorkers.Credulous.class), Audit.Fault.WRONG)).isPositive();
    }

    @Test
    void notTellingTheMerchantIsLost() throws Exception {
        assertThat(count(findings(BrokenWorkers.Careless.class), Audit.Fault.LOST)).isPositive();
    }

    /** H2 writes twice a second: of four that die when they have charged, one dies before that. */
    @Test
    void writingLaterIsLost() throws Exception {
        try (Bench bench = new Bench(folder, DatabaseKind.H2, BrokenWorkers.Forgetful.class)) {
            for (int number = 1; number <= 4; number++) {
                bench.staffed();
                bench.scene.providers().failCharge(Way.DOKU_DANA, bench.killing());
                bench.payUntilDeath(Bench.order(number, Way.DOKU_DANA, 5_000, Order.Mood.CONFIRMS));
            }
            assertThat(bench.forgotten(4)).isPositive();
        }
    }

    /** A charge whose answer is lost, one that the customer declines, one that goes well. */
    private List<Finding> findings(Class<?> worker) throws InterruptedException {
        try (Bench bench = new Bench(folder, DatabaseKind.H2, worker)) {
            bench.staffed().link(Way.DOKU_OVO);
            bench.scene
                    .providers()
                    .failCharge(Way.DOKU_OVO_UNATTENDED, Fault.connectionReset().afterEffect());
            bench.payUntilAnswered(
                    Bench.order(1, Way.DOKU_OVO_UNATTENDED, 5_000, Order.Mood.CONFIRMS));
            bench.payUntilAnswered(Bench.order(2, Way.DOKU_DANA, 5_000, Order.Mood.DECLINES));
            bench.payUntilAnswered(Bench.order(3, Way.DOKU_DANA, 5_000, Order.Mood.CONFIRMS));
            return bench.findings();
        }
    }

    private static long count(List<Finding> findings, Audit.Fault fault) {
        return findings.stream().filter(finding -> finding.fault() == fault).count();
    }
}
