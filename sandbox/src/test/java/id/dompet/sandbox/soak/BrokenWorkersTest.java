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
    private static final int ROUNDS = 20;

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

    /** H2 writes half a second later: mostly the charge is made and the worker dead before that. */
    @Test
    void writingLaterIsLost() throws Exception {
        try (Bench bench = new Bench(folder, DatabaseKind.H2, BrokenWorkers.Forgetful.class)) {
            Order lost = forgotten(bench);
            assertThat(bench.scene.providers().doku().settle(lost.reference(1)))
                    .as("the customer has confirmed in the wallet's app")
                    .isTrue();
            assertThat(count(bench.findings(), Audit.Fault.LOST)).isPositive();
        }
    }

    private static Order forgotten(Bench bench) throws Exception {
        for (int number = 1; number < ROUNDS; number += 2) {
            // The first charge of a process takes its time, for the provider's token.
            bench.staffed().payUntilAnswered(order(number));
            Order killed = order(number + 1);
            bench.scene.providers().failCharge(Way.DOKU_DANA, bench.killing());
            bench.payUntilDeath(killed);
            if (!bench.isWritten(killed)) {
                return killed;
            }
        }
        throw new AssertionError("everything was written, each time");
    }

    private static Order order(int number) {
        return Bench.order(number, Way.DOKU_DANA, 15_000, Order.Mood.WALKS_AWAY);
    }

    /** A charge whose answer is lost, one that the customer declines, one that goes well. */
    private List<Finding> findings(Class<?> worker) throws InterruptedException {
        try (Bench bench = new Bench(folder, DatabaseKind.H2, worker)) {
            bench.staffed().link(Way.DOKU_OVO);
            bench.scene
                    .providers()
                    .failCharge(Way.DOKU_OVO_UNATTENDED, Fault.connectionReset().afterEffect());
            bench.payUntilAnswered(
                    Bench.order(1, Way.DOKU_OVO_UNATTENDED, 15_000, Order.Mood.CONFIRMS));
            bench.link(Way.DUITKU_SHOPEEPAY);
            bench.payUntilAnswered(
                    Bench.order(2, Way.DUITKU_SHOPEEPAY, 15_000, Order.Mood.DECLINES));
            bench.payUntilAnswered(Bench.order(3, Way.DOKU_DANA, 15_000, Order.Mood.CONFIRMS));
            return bench.findings();
        }
    }

    private static long count(List<Finding> findings, Audit.Fault fault) {
        return findings.stream().filter(finding -> finding.fault() == fault).count();
    }
}
