package id.dompet.ledger.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dompet.ledger.LedgerPayment;
import id.dompet.ledger.PaymentState;
import id.dompet.ledger.jdbc.BreakableSource;
import id.dompet.ledger.jdbc.BreakableSource.At;
import id.dompet.model.DompetException;
import id.dompet.model.Payment;
import id.dompet.testkit.doku.DokuOperation;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The database takes its time: nothing is sent before it has committed, and nothing twice, whoever
 * asks meanwhile. The same on every database.
 */
abstract class SlowJourney {
    private final ExecutorService callers = Executors.newFixedThreadPool(2);
    final CountDownLatch reached = new CountDownLatch(1);
    final CountDownLatch goOn = new CountDownLatch(1);

    DataSource real;
    BreakableSource source;
    DokuShop shop;
    Payment payment;

    abstract DataSource source() throws SQLException;

    /** New connections wait so long for locks of others, in milliseconds. */
    abstract void waitForLocks(Statement statement, int millis) throws SQLException;

    @BeforeEach
    void open() throws SQLException {
        real = source();
        source = new BreakableSource(real);
        shop = DokuShop.open(source);
        payment = shop.payment(shop.link(), 25_000);
    }

    @AfterEach
    void close() {
        goOn.countDown();
        callers.shutdownNow();
        source.mend();
        shop.close();
    }

    /** Whoever comes there waits until the test goes on. */
    void hangAt(At at, String sql) {
        source.breakAt(
                at,
                sql,
                () -> {
                    reached.countDown();
                    try {
                        goOn.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return null;
                });
    }

    int sent() {
        return shop.doku.journal().count(DokuOperation.PAYMENT);
    }

    @Test
    void nothingIsSentBeforeTheCommitAndOnceHoweverManyWaitForIt() throws Exception {
        hangAt(At.BEFORE_COMMIT, "INSERT INTO dompet_payment");
        Future<LedgerPayment> first = callers.submit(() -> shop.ledger.pay(payment));
        reached.await();
        Future<LedgerPayment> second = callers.submit(() -> shop.another().pay(payment));
        assertThat(sent()).isZero();
        goOn.countDown();
        assertThat(first.get().state()).isEqualTo(PaymentState.AWAITING_CUSTOMER);
        assertThat(second.get().state()).isIn(PaymentState.SENDING, PaymentState.AWAITING_CUSTOMER);
        assertThat(sent()).isEqualTo(1);
    }

    @Test
    void anOutcomeThatIsLongInBeingWrittenIsToldInTheEnd() throws Exception {
        hangAt(At.BEFORE_COMMIT, "UPDATE dompet_payment SET content");
        Future<LedgerPayment> paying = callers.submit(() -> shop.ledger.pay(payment));
        reached.await();
        assertThat(sent()).isEqualTo(1);
        assertThat(paying.isDone()).isFalse();
        goOn.countDown();
        assertThat(paying.get().state()).isEqualTo(PaymentState.AWAITING_CUSTOMER);
        assertThat(paying.get().recorded()).isTrue();
        assertThat(sent()).isEqualTo(1);
    }

    /** As when somebody else's transaction is long: the database itself ends the wait. */
    @Test
    void aPaymentThatWaitsTooLongForALockIsRefusedAndGoesThroughAfterwards() throws Exception {
        try (Connection somebody = real.getConnection();
                Statement statement = somebody.createStatement()) {
            waitForLocks(statement, 100);
            somebody.setAutoCommit(false);
            int row =
                    statement.executeUpdate(
                            "INSERT INTO dompet_payment SELECT '%s', provider, wallet, 'c', 1,"
                                            .formatted(payment.reference())
                                    + " 'IDR', 'f', 'c', 'SENDING', NULL, 1, bound_at, bound_at,"
                                    + " bound_at, bound_at, 0, ended_at, 0, ended_at FROM"
                                    + " dompet_binding");
            assertThat(row).isEqualTo(1);
            assertThatThrownBy(() -> shop.ledger.pay(payment))
                    .isInstanceOf(DompetException.Unavailable.class)
                    .hasMessageContaining("so nothing was sent");
            assertThat(sent()).isZero();
            somebody.rollback();
        }
        assertThat(shop.ledger.pay(payment).state()).isEqualTo(PaymentState.AWAITING_CUSTOMER);
        assertThat(sent()).isEqualTo(1);
    }
}
