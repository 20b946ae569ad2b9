package id.dompet.sandbox.soak.worker;

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
 * Lets time pass by the database's clock, which nobody can move: what it has stamped becomes older.
 * Only the stamps that the ledger compares with that clock, but for leases, whose time is real.
 */
final class DatabaseTime {
    private final DataSource source;

    DatabaseTime(DataSource source) {
        this.source = source;
    }

    void pass(Duration time) {
        if (time.isZero()) {
            return;
        }
        try (Connection connection = source.getConnection()) {
            age(connection, "dompet_payment", time);
            age(connection, "dompet_refund", time);
        } catch (SQLException e) {
            throw new IllegalStateException("the database's time does not pass", e);
        }
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
