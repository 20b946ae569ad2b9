package id.dompet.benchmarks.ledger;

import id.dompet.benchmarks.Shop;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Fills a ledger's tables with what a busy merchant has after a while: open payments that are not
 * due yet, applied notifications, and links of other customers.
 */
final class Crowded {
    private static final int SLICE = 20_000;

    private final DataSource source;
    private final boolean postgres;
    private int rows;

    Crowded(DataSource source, boolean postgres) {
        this.source = source;
        this.postgres = postgres;
    }

    /** Adds rows until there are so many in each table. */
    void growTo(int size) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            if (!postgres) {
                // The ledger lets H2 append only, and sets that anew before it writes. A million
                // rows at once would fill a disk.
                run(statement, "SET RETENTION_TIME 0");
            }
            while (rows < size) {
                int next = Math.min(size, rows + SLICE);
                add(statement, next);
                rows = next;
            }
            // So that nothing is due while it is measured.
            run(
                    statement,
                    "UPDATE dompet_payment SET next_question_at = CURRENT_TIMESTAMP + INTERVAL '1' DAY"
                            + " WHERE next_question_at < CURRENT_TIMESTAMP + INTERVAL '1' HOUR");
            if (postgres) {
                run(statement, "ANALYZE");
            }
        }
    }

    private void add(Statement statement, int size) throws SQLException {
        String numbers =
                postgres
                        ? "generate_series(%d, %d) AS n".formatted(rows + 1, size)
                        : "(SELECT x AS n FROM system_range(%d, %d))".formatted(rows + 1, size);
        String later =
                postgres
                        ? "CURRENT_TIMESTAMP + (86400 + n) * INTERVAL '1 second'"
                        : "DATEADD('SECOND', 86400 + n, CURRENT_TIMESTAMP)";
        run(
                statement,
                """
                    INSERT INTO dompet_payment (reference, provider, wallet, customer_reference, amount,
                        currency, fingerprint, content, state, version, created_at, sent_at, changed_at,
                        next_question_at, questions, event_count)
                    SELECT 'crowd-' || n, '%s', 'OVO', 'crowd-' || n, 150000, 'IDR', '%s', '%s', 'UNKNOWN',
                        1, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, %s, 0, 0
                    FROM %s"""
                        .formatted(Shop.DUITKU, "0".repeat(64), "x".repeat(600), later, numbers));
        run(
                statement,
                """
                    INSERT INTO dompet_notification (provider, event, applied_at)
                    SELECT '%s', 'duitku-0123456789abcdef0123456789abcdef-' || n, CURRENT_TIMESTAMP FROM %s"""
                        .formatted(Shop.DUITKU, numbers));
        run(
                statement,
                """
                    INSERT INTO dompet_binding (id, provider, wallet, customer_reference, bound_at)
                    SELECT 'ovo-0123456789abcdef0123456789abcdef-' || n, '%s', 'OVO', 'crowd-' || n,
                        CURRENT_TIMESTAMP FROM %s"""
                        .formatted(Shop.DUITKU, numbers));
    }

    private static void run(Statement statement, String sql) throws SQLException {
        boolean unused = statement.execute(sql);
    }
}
