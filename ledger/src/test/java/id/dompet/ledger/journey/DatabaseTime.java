package id.dompet.ledger.journey;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Lets time pass by the clock of a database, which no test can set: what it stamped becomes older.
 */
final class DatabaseTime {
    private static final String CLOSED = "90098";
    private static final int MOST_DEAD = 32;

    private DatabaseTime() {}

    static void pass(DataSource source, Duration time) {
        try (Connection connection = living(source)) {
            age(connection, "dompet_payment", time);
            age(connection, "dompet_refund", time);
        } catch (SQLException e) {
            throw new IllegalStateException("the database's time does not pass", e);
        }
    }

    /** After a fault a pool may have dead ones first, each of which it drops when it is tried. */
    private static Connection living(DataSource source) throws SQLException {
        for (int i = 0; i < MOST_DEAD; i++) {
            try {
                return source.getConnection();
            } catch (SQLException e) {
                if (!CLOSED.equals(e.getSQLState())) {
                    throw e;
                }
            }
        }
        return source.getConnection();
    }

    private static void age(Connection connection, String table, Duration time)
            throws SQLException {
        Map<String, OffsetDateTime> stamps = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT reference, missing_since FROM "
                                        + table
                                        + " WHERE missing_since IS NOT NULL")) {
            while (row.next()) {
                stamps.put(row.getString(1), row.getObject(2, OffsetDateTime.class));
            }
        }
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "UPDATE " + table + " SET missing_since = ? WHERE reference = ?")) {
            for (Map.Entry<String, OffsetDateTime> stamp : stamps.entrySet()) {
                statement.setObject(1, stamp.getValue().minus(time));
                statement.setString(2, stamp.getKey());
                int unused = statement.executeUpdate();
            }
        }
    }
}
