package id.dompet.ledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.ledger.Ledger;
import id.dompet.ledger.LedgerPayment;
import id.dompet.ledger.PaymentState;
import id.dompet.ledger.jdbc.BreakableSource.At;
import id.dompet.ledger.jdbc.TestDatabase;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class PostgreSqlSlowJourneyTest extends SlowJourney {
    private static final int EVENTS = 10;

    @Override
    DataSource source() {
        return TestDatabase.postgresql();
    }

    @Override
    void waitForLocks(Statement statement, int millis) throws SQLException {
        String name = statement.getConnection().getCatalog();
        boolean unused =
                statement.execute(
                        "ALTER DATABASE %s SET lock_timeout = '%dms'".formatted(name, millis));
    }

    /** At an H2 file, where one transaction follows the other, delivery waits as well. */
    @Test
    void whileOneRoundHangsNoOtherBeginsAndEventsAreDelivered() throws Exception {
        for (int i = 0; i < EVENTS; i++) {
            LedgerPayment paying =
                    shop.ledger.pay(shop.payment(payment.binding().orElseThrow(), 1_000 + i));
            assertThat(paying.state()).isEqualTo(PaymentState.AWAITING_CUSTOMER);
        }
        AtomicInteger rounds = new AtomicInteger();
        source.breakAt(
                At.STATEMENT,
                "UPDATE dompet_payment SET lease_until",
                () -> {
                    int unused = rounds.incrementAndGet();
                    reached.countDown();
                    try {
                        goOn.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return null;
                });
        CountDownLatch told = new CountDownLatch(EVENTS);
        try (Ledger ledger =
                Ledger.builder(shop.dompet, shop.database)
                        .handler(event -> told.countDown())
                        .interval(Duration.ofMillis(1))
                        .open()) {
            Ledger unused = ledger.start();
            reached.await();
            told.await();
            assertThat(rounds).as("rounds that hang").hasValue(1);
            goOn.countDown();
        }
        assertThat(sent()).isEqualTo(EVENTS);
    }
}
