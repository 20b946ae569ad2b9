package id.dompet.ledger.jdbc;

import id.dompet.model.ProviderId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Claims rows whose question is due, each for one instance: payments or refunds.
 *
 * @param table whose rows
 * @param columns what is read of them
 * @param reader makes a row of it
 * @param reference the key of such a row
 */
record Due<T>(String table, String columns, Reader<T> reader, Function<T, String> reference) {

    /** Reads one row. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * With a lower bound, because H2's index holds the closed ones as well, as NULL below all
     * times: without it every round would read every payment there ever was.
     */
    String sql() {
        return "SELECT "
                + columns
                + " FROM "
                + table
                + " WHERE provider = ? AND next_question_at > "
                + Times.LONG_AGO
                + " AND next_question_at <= ? AND (lease_until IS NULL OR lease_until <= ?)"
                // In the order of an index, so that those behind the last one are not read.
                + " ORDER BY provider, next_question_at FETCH FIRST ? ROWS ONLY";
    }

    List<T> claim(Database database, ProviderId provider, Instant now, int limit, Duration lease) {
        return database.transaction(
                "claim rows of " + table,
                connection ->
                        claim(connection, database.claimed(sql()), provider, now, limit, lease));
    }

    private List<T> claim(
            Connection connection,
            String select,
            ProviderId provider,
            Instant now,
            int limit,
            Duration lease)
            throws SQLException {
        Instant clock = Database.clock(connection);
        List<T> due = due(connection, select, provider, now, limit, clock);
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "UPDATE "
                                + table
                                + " SET lease_until = ? WHERE reference = ?"
                                + Database.UNLESS_LEASED)) {
            for (T row : due) {
                Times.set(statement, 1, clock.plus(lease));
                statement.setString(2, reference.apply(row));
                Times.set(statement, 3, clock);
                statement.addBatch();
            }
            return Database.changed(due, statement.executeBatch());
        }
    }

    private List<T> due(
            Connection connection,
            String select,
            ProviderId provider,
            Instant now,
            int limit,
            Instant clock)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setString(1, provider.value());
            Times.set(statement, 2, now);
            Times.set(statement, 3, clock);
            statement.setInt(4, limit);
            List<T> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(reader.read(row));
                }
            }
            return rows;
        }
    }
}
