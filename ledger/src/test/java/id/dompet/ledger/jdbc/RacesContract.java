package id.dompet.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.ledger.AtOnce;
import id.dompet.ledger.Durability;
import id.dompet.ledger.PaymentState;
import id.dompet.ledger.store.EventRow;
import id.dompet.ledger.store.PaymentRow;
import id.dompet.model.Money;
import id.dompet.model.ProviderId;
import id.dompet.model.Wallet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Eight workers of two instances at one database, and many rows: each row is one worker's, and none
 * is left. The same on every database.
 */
abstract class RacesContract {
    private static final ProviderId DOKU = new ProviderId("doku");
    private static final Instant NOW = Instant.parse("2026-11-20T03:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(30);
    private static final int REFERENCES = 500;

    /** As many as a round of the ledger takes. */
    private static final int BATCH = 32;

    DataSource source;
    private JdbcPaymentStore[] instances;

    abstract DataSource source() throws SQLException;

    /** How many rows are due. */
    abstract int due();

    /** A FROM clause whose column {@code x} has the numbers from 1 to this one. */
    abstract String numbersTo(int most);

    @BeforeEach
    void open() throws SQLException {
        source = source();
        instances = new JdbcPaymentStore[] {instance(), instance()};
    }

    Database database(DataSource source) {
        return Durable.open(source, Durability.PROCESS_DEATH);
    }

    private JdbcPaymentStore instance() {
        Database database = database(source);
        Schema.apply(database);
        return new JdbcPaymentStore(database);
    }

    private void insert(String sql, int expected) throws Exception {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(expected);
        }
    }

    private void payments(int count, String nextQuestionAt) throws Exception {
        insert(
                "INSERT INTO dompet_payment SELECT 'o' || x, 'doku', 'OVO', 'c', 1, 'IDR', 'f',"
                        + " 'c', 'UNKNOWN', NULL, 1, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP,"
                        + " CURRENT_TIMESTAMP, "
                        + nextQuestionAt
                        + ", 0, CAST(NULL AS timestamp with time zone), 1,"
                        + " CAST(NULL AS timestamp with time zone) "
                        + numbersTo(count),
                count);
    }

    private static <T> void takenByOneEach(
            int rows, Function<Integer, List<T>> claim, Function<T, String> name) throws Exception {
        Map<String, Integer> takenBy = new ConcurrentHashMap<>();
        AtomicInteger twice = new AtomicInteger();
        AtOnce.by8(
                worker -> {
                    List<T> batch;
                    do {
                        batch = claim.apply(worker);
                        for (T row : batch) {
                            if (takenBy.put(name.apply(row), worker) != null) {
                                int unused = twice.incrementAndGet();
                            }
                        }
                        // Rows that others are taking are passed over; they are theirs.
                    } while (!batch.isEmpty());
                });
        assertThat(twice).as("claimed twice").hasValue(0);
        assertThat(takenBy).as("claimed").hasSize(rows);
        assertThat(takenBy.values().stream().distinct().count()).as("workers").isGreaterThan(1);
    }

    @Test
    void ofManyPaymentsThatAreDueEachIsClaimedByOneWorker() throws Exception {
        payments(due(), "CURRENT_TIMESTAMP");
        takenByOneEach(
                due(),
                worker ->
                        instances[worker % 2].claimDue(
                                DOKU, NOW.plus(Duration.ofDays(9999)), BATCH, LEASE),
                PaymentRow::reference);
    }

    @Test
    void ofManyEventsEachIsClaimedByOneWorker() throws Exception {
        int events = due() / 4;
        payments(events, "CAST(NULL AS timestamp with time zone)");
        insert(
                "INSERT INTO dompet_event SELECT 'o' || x, 1, NULL, 'PAID', NULL, NULL,"
                        + " CURRENT_TIMESTAMP, 0, CURRENT_TIMESTAMP, CAST(NULL AS timestamp with"
                        + " time zone) "
                        + numbersTo(events),
                events);
        takenByOneEach(
                events,
                worker ->
                        instances[worker % 2].claimEvents(
                                NOW.plus(Duration.ofDays(9999)), BATCH, LEASE),
                EventRow::reference);
    }

    @Test
    void ofEightWritersOfTheSameReferencesOneWinsEach() throws Exception {
        Map<String, Integer> winners = new ConcurrentHashMap<>();
        AtomicInteger twice = new AtomicInteger();
        AtOnce.by8(
                worker -> {
                    for (int i = 0; i < REFERENCES; i++) {
                        PaymentRow row = row("o" + i, "content of " + worker);
                        var inserted = instances[worker % 2].insert(row);
                        if (inserted.isNew() && winners.put(row.reference(), worker) != null) {
                            int unused = twice.incrementAndGet();
                        }
                    }
                });
        assertThat(twice).as("won by two").hasValue(0);
        assertThat(winners).hasSize(REFERENCES);
        winners.forEach(
                (reference, worker) ->
                        assertThat(instances[0].find(reference).orElseThrow().content())
                                .isEqualTo("content of " + worker));
    }

    private static PaymentRow row(String reference, String content) {
        return new PaymentRow(
                reference,
                DOKU,
                Wallet.OVO,
                "cust-1",
                Money.idr(1_000),
                "f".repeat(64),
                content,
                PaymentState.SENDING,
                Optional.empty(),
                1,
                NOW,
                NOW,
                NOW,
                Optional.of(NOW),
                0,
                Optional.empty());
    }
}
