package id.dompet.ledger.jdbc;

import id.dompet.ledger.store.EventRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Events that wait for the merchant's handler. */
final class Events {
    /** Of each payment the first one, longest due first. */
    static final String DUE =
            "SELECT e.reference, e.number, e.refund, e.state, e.outcome, e.alert, e.written_at,"
                    + " e.attempts FROM dompet_event e WHERE e.next_attempt_at <= ?"
                    + " AND (e.lease_until IS NULL OR e.lease_until <= ?)"
                    + " AND NOT EXISTS (SELECT 1 FROM dompet_event earlier WHERE"
                    + " earlier.reference = e.reference AND earlier.number < e.number)"
                    + " ORDER BY e.next_attempt_at, e.written_at"
                    + " FETCH FIRST ? ROWS ONLY";

    /** Numbered by what their payment has counted, which is the number of the last one. */
    private static final String APPEND =
            "INSERT INTO dompet_event (reference, number, refund, state, outcome, alert,"
                    + " written_at, attempts, next_attempt_at)"
                    + " SELECT reference, event_count - ?, ?, ?, ?, ?, ?, 0, ?"
                    + " FROM dompet_payment WHERE reference = ?";

    /** Writes events behind those that are there; the payment's row is locked by its update. */
    void append(Connection connection, String reference, List<EventRow> added) throws SQLException {
        if (added.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
            int later = added.size();
            for (EventRow event : added) {
                statement.setInt(1, --later);
                statement.setString(2, event.refund().orElse(null));
                statement.setString(3, event.state());
                statement.setString(4, event.outcome().orElse(null));
                statement.setString(5, event.alert().map(Enum::name).orElse(null));
                Times.set(statement, 6, event.at());
                // At once, whatever the clocks of those who claim it say.
                Times.set(statement, 7, Instant.EPOCH);
                statement.setString(8, reference);
                statement.addBatch();
            }
            for (int written : statement.executeBatch()) {
                if (written == 0) {
                    throw new SQLException("payment " + reference + " is gone");
                }
            }
        }
    }

    /** Counts events that {@link #append} is about to write, and locks the payment's row. */
    void makeRoom(Connection connection, String reference, int events) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "UPDATE dompet_payment SET event_count = event_count + ?"
                                + " WHERE reference = ?")) {
            statement.setInt(1, events);
            statement.setString(2, reference);
            if (statement.executeUpdate() == 0) {
                throw new SQLException("payment " + reference + " is gone");
            }
        }
    }

    List<EventRow> claim(Database database, Instant now, int limit, Duration lease) {
        return database.transaction(
                "claim events",
                connection -> claim(connection, database.claimed(DUE), now, limit, lease));
    }

    private static List<EventRow> claim(
            Connection connection, String select, Instant now, int limit, Duration lease)
            throws SQLException {
        Instant clock = Database.clock(connection);
        List<EventRow> due = first(connection, select, now, limit, clock);
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "UPDATE dompet_event SET lease_until = ?"
                                + " WHERE reference = ? AND number = ?"
                                + Database.UNLESS_LEASED)) {
            for (EventRow event : due) {
                Times.set(statement, 1, clock.plus(lease));
                statement.setString(2, event.reference());
                statement.setLong(3, event.number());
                Times.set(statement, 4, clock);
                statement.addBatch();
            }
            return Database.changed(due, statement.executeBatch());
        }
    }

    private static List<EventRow> first(
            Connection connection, String select, Instant now, int limit, Instant clock)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            Times.set(statement, 1, now);
            Times.set(statement, 2, clock);
            statement.setInt(3, limit);
            List<EventRow> events = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    events.add(PaymentRows.readEvent(row));
                }
            }
            return events;
        }
    }

    int remove(Connection connection, EventRow event) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "DELETE FROM dompet_event WHERE reference = ? AND number = ?")) {
            statement.setString(1, event.reference());
            statement.setLong(2, event.number());
            return statement.executeUpdate();
        }
    }

    int putOff(Connection connection, EventRow event, Instant nextAttemptAt) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "UPDATE dompet_event SET attempts = attempts + 1, next_attempt_at = ?,"
                                + " lease_until = NULL WHERE reference = ? AND number = ?")) {
            Times.set(statement, 1, nextAttemptAt);
            statement.setString(2, event.reference());
            statement.setLong(3, event.number());
            return statement.executeUpdate();
        }
    }
}
