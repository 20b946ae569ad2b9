package id.dompet.ledger.jdbc;

import id.dompet.ledger.store.PaymentStore.Backlog;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/** What is open, and what can go. */
final class Retention {
    private Retention() {}

    static Backlog backlog(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT p.open_count, p.oldest_open, e.event_count, e.oldest_event"
                                        + " FROM (SELECT COUNT(*) AS open_count, MIN(sent_at) AS"
                                        + " oldest_open FROM dompet_payment WHERE next_question_at"
                                        + " IS NOT NULL) p CROSS JOIN (SELECT COUNT(*) AS"
                                        + " event_count, MIN(written_at) AS oldest_event FROM"
                                        + " dompet_event) e")) {
            boolean unused = row.next();
            return new Backlog(
                    row.getLong("open_count"),
                    Database.optionalTime(row, "oldest_open"),
                    row.getLong("event_count"),
                    Database.optionalTime(row, "oldest_event"));
        }
    }

    static int purge(Connection connection, Instant changedBefore, int limit) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "DELETE FROM dompet_payment WHERE reference IN (SELECT p.reference FROM"
                                + " dompet_payment p WHERE p.next_question_at IS NULL AND"
                                + " p.changed_at < ? AND NOT EXISTS (SELECT 1 FROM dompet_event e"
                                + " WHERE e.reference = p.reference) FETCH FIRST ? ROWS ONLY)")) {
            Database.set(statement, 1, changedBefore);
            statement.setInt(2, limit);
            int removed = statement.executeUpdate();
            purgeNotifications(connection, changedBefore);
            return removed;
        }
    }

    private static void purgeNotifications(Connection connection, Instant appliedBefore)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "DELETE FROM dompet_notification WHERE applied_at < ?")) {
            Database.set(statement, 1, appliedBefore);
            int unused = statement.executeUpdate();
        }
    }
}
