package id.dompet.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.ledger.AtOnce;
import id.dompet.ledger.Durability;
import id.dompet.ledger.PaymentState;
import id.dompet.ledger.RefundState;
import id.dompet.ledger.store.EventRow;
import id.dompet.ledger.store.NotificationKey;
import id.dompet.ledger.store.PaymentRow;
import id.dompet.ledger.store.RefundRow;
import id.dompet.model.Money;
import id.dompet.model.ProviderId;
import id.dompet.model.Wallet;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Transactions that wait for each other: tried again, should it ever happen, and it does not. At an
 * H2 file it cannot: one transaction follows the other there.
 */
class PostgreSqlDeadlockTest {
    private static final ProviderId DOKU = new ProviderId("doku");
    private static final Instant NOW = Instant.parse("2026-11-20T03:00:00Z");
    private static final Duration LEASE = Duration.ofMillis(-1);
    private static final int ROUNDS = 40;

    private DataSource source;
    private Database database;
    private JdbcPaymentStore payments;
    private JdbcRefundStore refunds;

    @BeforeEach
    void open() {
        source = TestDatabase.postgresql();
        database = Durable.open(source, Durability.PROCESS_DEATH);
        Schema.apply(database);
        payments = new JdbcPaymentStore(database);
        refunds = new JdbcRefundStore(database);
        for (String reference : List.of("a", "b")) {
            assertThat(payments.insert(payment(reference, 1, PaymentState.SENDING)).isNew())
                    .isTrue();
        }
    }

    private static PaymentRow payment(String reference, long version, PaymentState state) {
        return new PaymentRow(
                reference,
                DOKU,
                Wallet.OVO,
                "cust-1",
                Money.idr(1_000),
                "f".repeat(64),
                "content",
                state,
                Optional.empty(),
                version,
                NOW,
                NOW,
                NOW,
                Optional.of(NOW),
                0,
                Optional.empty());
    }

    private static RefundRow refund(String reference, String payment, long version) {
        return new RefundRow(
                reference,
                payment,
                DOKU,
                Wallet.OVO,
                Money.idr(1),
                "f".repeat(64),
                "content",
                RefundState.UNKNOWN,
                Optional.empty(),
                version,
                NOW,
                NOW,
                NOW,
                Optional.of(NOW),
                0,
                Optional.empty());
    }

    private static EventRow event(String payment) {
        return new EventRow(
                payment,
                0,
                Optional.empty(),
                "UNKNOWN",
                Optional.empty(),
                Optional.empty(),
                NOW,
                0);
    }

    private long one(String query) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getLong(1);
        }
    }

    private long deadlocks() throws SQLException {
        return one("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()");
    }

    private static int count(Connection connection, String reference) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "UPDATE dompet_payment SET event_count = event_count + 1"
                                + " WHERE reference = ?")) {
            statement.setString(1, reference);
            return statement.executeUpdate();
        }
    }

    @Test
    void twoThatWaitForEachOtherAreBothDoneInTheEnd() throws Exception {
        CyclicBarrier bothHaveTheirFirst = new CyclicBarrier(2);
        AtomicInteger tries = new AtomicInteger();
        AtOnce.by(
                2,
                worker -> {
                    AtomicInteger ofThis = new AtomicInteger();
                    int rows =
                            database.transaction(
                                    "cross the other",
                                    connection -> {
                                        int unused = tries.incrementAndGet();
                                        int first = count(connection, worker == 0 ? "a" : "b");
                                        if (ofThis.incrementAndGet() == 1) {
                                            await(bothHaveTheirFirst);
                                        }
                                        return first + count(connection, worker == 0 ? "b" : "a");
                                    });
                    assertThat(rows).isEqualTo(2);
                });
        assertThat(tries).as("one of them began anew").hasValue(3);
        assertThat(deadlocks()).isEqualTo(1);
        assertThat(one("SELECT SUM(event_count) FROM dompet_payment")).isEqualTo(4);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            int unused = barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything that the ledger does with a payment at once, to two payments in two orders. */
    @Test
    void whatTheLedgerDoesIsLockedInOneOrder() throws Exception {
        AtOnce.by8(
                worker -> {
                    for (int i = 0; i < ROUNDS; i++) {
                        String reference = (worker + i) % 2 == 0 ? "a" : "b";
                        switch (worker % 4) {
                            case 0 -> notified(reference, i);
                            case 1 -> refunded(reference, "r" + worker + "-" + i);
                            case 2 -> {
                                int unused = payments.claimDue(DOKU, NOW, 10, LEASE).size();
                                unused = refunds.claimDue(DOKU, NOW, 10, LEASE).size();
                                unused = payments.purge(NOW.plusSeconds(1), 10);
                            }
                            default ->
                                    payments.claimEvents(NOW, 10, LEASE)
                                            .forEach(payments::delivered);
                        }
                    }
                });
        assertThat(deadlocks()).isZero();
        assertThat(one("SELECT COUNT(*) FROM dompet_refund")).isEqualTo(2 * ROUNDS);
    }

    private void notified(String reference, int round) {
        PaymentRow now = payments.find(reference).orElseThrow();
        var unused =
                payments.update(
                        payment(reference, now.version() + 1, PaymentState.UNKNOWN),
                        List.of(event(reference)),
                        Optional.of(new NotificationKey(DOKU, "n" + round / 2)));
    }

    private void refunded(String payment, String reference) {
        assertThat(refunds.reserve(refund(reference, payment, 1))).isNotNull();
        var unused = refunds.update(refund(reference, payment, 2), List.of(event(payment)));
    }
}
