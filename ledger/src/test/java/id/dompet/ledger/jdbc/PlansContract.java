package id.dompet.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.ledger.Durability;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How many rows the ledger's queries read when ten thousand payments with refunds are closed and
 * ten are open: about as many as they find. The same on every database.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PlansContract {
    static final int MANY = 10_000;
    static final String LATER = "TIMESTAMP WITH TIME ZONE '2099-01-01 00:00:00+00'";
    private static final String EARLIER = "TIMESTAMP WITH TIME ZONE '2020-01-01 00:00:00+00'";
    static final String NOW = "CURRENT_TIMESTAMP";
    private static final String NO_TIME = "CAST(NULL AS timestamp with time zone)";
    private static final String EACH_THOUSANDTH = "CASE WHEN MOD(x, 1000) = 0 THEN " + NOW + " END";

    DataSource source;
    private Database database;

    abstract DataSource source();

    /** A FROM clause whose column {@code x} has the numbers from 1 to this one. */
    abstract String numbersTo(int most);

    /** What a database does to know its data, as it does by itself after a while. */
    abstract void analyze(Statement statement) throws SQLException;

    /**
     * Runs a query by each plan that the database may choose.
     *
     * @param values SQL for each question mark
     */
    abstract List<Plan> plans(Statement statement, String sql, List<String> values)
            throws SQLException;

    /**
     * How a query was run.
     *
     * @param read rows of tables, or entries of their indexes
     * @param text the database's own description
     */
    record Plan(long read, String text) {}

    /**
     * A query.
     *
     * @param most rows it may read
     */
    record Query(String name, Function<Database, String> sql, List<String> values, long most) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Query> queries() {
        return List.of(
                new Query(
                        "payments due",
                        at -> at.claimed(JdbcPaymentStore.DUE.sql()),
                        List.of("'doku'", LATER, NOW, "32"),
                        20),
                new Query(
                        "refunds due",
                        at -> at.claimed(JdbcRefundStore.DUE.sql()),
                        List.of("'doku'", LATER, NOW, "32"),
                        20),
                new Query(
                        "events due", at -> at.claimed(Events.DUE), List.of(LATER, NOW, "32"), 40),
                new Query("backlog", at -> Retention.BACKLOG, List.of(), 60),
                new Query("a payment", at -> JdbcPaymentStore.FIND, List.of("'o77'"), 2),
                new Query("a refund", at -> JdbcRefundStore.FIND, List.of("'r77'"), 2),
                new Query(
                        "refunds of a payment",
                        at -> JdbcRefundStore.OF_PAYMENT,
                        List.of("'o77'"),
                        2),
                new Query(
                        "links of a customer",
                        at -> JdbcLinkStore.OF_CUSTOMER,
                        List.of("'c77'"),
                        2),
                new Query(
                        "an attempt to link", at -> JdbcLinkStore.ATTEMPT_OF, List.of("'a77'"), 2),
                new Query(
                        "no payments to purge",
                        at -> at.claimed(Retention.CANDIDATES),
                        List.of(EARLIER, EARLIER, "100"),
                        2),
                new Query(
                        "notifications to purge",
                        at -> Retention.OLD_NOTIFICATIONS,
                        List.of(EARLIER),
                        20));
    }

    @BeforeAll
    void open() throws SQLException {
        source = source();
        database = Durable.open(source, Durability.PROCESS_DEATH);
        Schema.apply(database);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String row :
                    List.of(
                            "dompet_payment SELECT 'o' || x, 'doku', 'OVO', 'c', 1, 'IDR', 'f',"
                                    + " 'c', 'PAID', NULL, 1, %1$s, %1$s, %1$s, %2$s, 0, %3$s, 0,"
                                    + " %3$s",
                            "dompet_refund SELECT 'r' || x, 'o' || x, 'doku', 'OVO', 1, 'IDR',"
                                    + " 'f', 'c', 'REFUNDED', NULL, 1, %1$s, %1$s, %1$s, %2$s, 0,"
                                    + " %3$s, %3$s",
                            "dompet_notification SELECT 'doku', 'n' || x,"
                                    + " CASE WHEN MOD(x, 1000) = 0 THEN "
                                    + Times.LONG_AGO
                                    + " ELSE %1$s END",
                            "dompet_binding SELECT 'b' || x, 'doku', 'OVO', 'c' || x, %1$s, NULL",
                            "dompet_bind_attempt SELECT 'k' || x, 'a' || x, 'doku', 'c' || x, 's',"
                                    + " %1$s")) {
                int rows =
                        statement.executeUpdate(
                                "INSERT INTO %s %s"
                                        .formatted(
                                                row.formatted(NOW, EACH_THOUSANDTH, NO_TIME),
                                                numbersTo(MANY)));
                assertThat(rows).isEqualTo(MANY);
            }
            events(numbersTo(10), statement, 10);
            analyze(statement);
        }
    }

    static void events(String numbers, Statement statement, int count) throws SQLException {
        int rows =
                statement.executeUpdate(
                        "INSERT INTO dompet_event SELECT 'o' || x, 1, NULL, 'PAID', NULL, NULL, %s,"
                                        .formatted(NOW)
                                + " 0, %s, %s ".formatted(Times.LONG_AGO, NO_TIME)
                                + numbers);
        assertThat(rows).isEqualTo(count);
    }

    /** Something to be undone before a query is run. */
    @FunctionalInterface
    private interface Change {
        void make(Statement statement) throws SQLException;
    }

    @ParameterizedTest
    @MethodSource("queries")
    void littleIsReadToFindLittle(Query query) throws SQLException {
        readsLittle(query, statement -> {});
    }

    private void readsLittle(Query query, Change before) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            before.make(statement);
            assertThat(plans(statement, query.sql().apply(database), query.values()))
                    .isNotEmpty()
                    .allSatisfy(
                            plan ->
                                    assertThat(plan.read())
                                            .as(plan.text())
                                            .isLessThanOrEqualTo(query.most()));
            connection.rollback();
        }
    }

    static List<Query> claims() {
        return List.of(
                new Query(
                        "payments due",
                        at -> at.claimed(JdbcPaymentStore.DUE.sql()),
                        List.of("'doku'", LATER, NOW, "32"),
                        70),
                new Query(
                        "events due",
                        at -> at.claimed(Events.DUE),
                        List.of(LATER, NOW, "32"),
                        200));
    }

    /** The provider, or the merchant's handler, was down for a day. */
    @ParameterizedTest
    @MethodSource("claims")
    void theFirstOfManyAreFoundWithoutReadingTheOthers(Query query) throws SQLException {
        readsLittle(
                query,
                statement -> {
                    int payments =
                            statement.executeUpdate(
                                    "UPDATE dompet_payment SET next_question_at = " + NOW);
                    assertThat(payments).isEqualTo(MANY);
                    int unused = statement.executeUpdate("DELETE FROM dompet_event");
                    events(numbersTo(MANY), statement, MANY);
                    analyze(statement);
                });
    }
}
