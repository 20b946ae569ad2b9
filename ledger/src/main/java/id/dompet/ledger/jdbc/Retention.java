package id.dompet.ledger.jdbc;

import id.dompet.ledger.store.PaymentStore.Backlog;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is open, and what can go. */
final class Retention {
    static final String BACKLOG =
            "SELECT p.open_count, p.oldest_open, r.refund_count, r.oldest_refund, e.event_count,"
                    + " e.oldest_event FROM (SELECT COUNT(*) AS open_count, MIN(sent_at) AS"
                    + " oldest_open FROM dompet_payment WHERE next_question_at > "
                    + Times.LONG_AGO
                    + ") p CROSS JOIN (SELECT COUNT(*) AS refund_count, MIN(sent_at) AS"
                    + " oldest_refund FROM dompet_refund WHERE next_question_at > "
                    + Times.LONG_AGO
                    + ") r CROSS JOIN (SELECT COUNT(*) AS event_count, MIN(written_at) AS"
                    + " oldest_event FROM dompet_event) e";

    private static final String FINISHED =
            "SELECT p.reference FROM dompet_payment p WHERE p.next_question_at IS NULL AND"
                    + " p.changed_at < ? AND NOT EXISTS (SELECT 1 FROM dompet_event e WHERE"
                    + " e.reference = p.reference) AND NOT EXISTS (SELECT 1 FROM dompet_refund r"
                    + " WHERE r.payment = p.reference AND (r.next_question_at IS NOT NULL OR"
                    + " r.changed_at >= ?))";

    /** Longest unchanged first, in the order of an index, so that the others are not read. */
    static final String CANDIDATES =
            FINISHED + " ORDER BY p.next_question_at, p.changed_at FETCH FIRST ? ROWS ONLY";

    static final String OLD_NOTIFICATIONS = "DELETE FROM dompet_notification WHERE applied_at < ?";

    private Retention() {}

    static Backlog backlog(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(BACKLOG)) {
            boolean unused = row.next();
            return new Backlog(
                    row.getLong("open_count"),
                    Times.getOptional(row, "oldest_open"),
                    row.getLong("refund_count"),
                    Times.getOptional(row, "oldest_refund"),
                    row.getLong("event_count"),
                    Times.getOptional(row, "oldest_event"));
        }
    }

    static int purge(Database database, Instant changedBefore, int limit) {
        return database.transaction(
                "purge closed payments",
                connection ->
                        purge(connection, database.claimed(CANDIDATES), changedBefore, limit));
    }

    private static int purge(
            Connection connection, String candidates, Instant changedBefore, int limit)
            throws SQLException {
        List<String> old = new ArrayList<>();
        for (String reference : candidates(connection, candidates, changedBefore, limit)) {
            // Again, now that nobody can begin a refund: one may have begun before.
            if (isFinished(connection, reference, changedBefore)) {
                old.add(reference);
            }
        }
        delete(connection, "DELETE FROM dompet_refund WHERE payment = ?", old);
        delete(connection, "DELETE FROM dompet_payment WHERE reference = ?", old);
        purgeNotifications(connection, changedBefore);
        return old.size();
    }

    /** So that nobody begins a refund of one that is being removed. */
    private static List<String> candidates(
            Connection connection, String select, Instant changedBefore, int limit)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            Times.set(statement, 1, changedBefore);
            Times.set(statement, 2, changedBefore);
            statement.setInt(3, limit);
            List<String> references = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    references.add(row.getString(1));
                }
            }
            return references;
        }
    }

    private static boolean isFinished(
            Connection connection, String reference, Instant changedBefore) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(FINISHED + " AND p.reference = ?")) {
            Times.set(statement, 1, changedBefore);
            Times.set(statement, 2, changedBefore);
            statement.setString(3, reference);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    private static void delete(Connection connection, String sql, List<String> references)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (String reference : references) {
                statement.setString(1, reference);
                statement.addBatch();
            }
            int[] unused = statement.executeBatch();
        }
    }

    private static void purgeNotifications(Connection connection, Instant appliedBefore)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OLD_NOTIFICATIONS)) {
            Times.set(statement, 1, appliedBefore);
            int unused = statement.executeUpdate();
        }
    }
}
