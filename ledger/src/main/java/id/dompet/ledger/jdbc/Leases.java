package id.dompet.ledger.jdbc;

import id.dompet.ledger.store.StoreException;
import id.dompet.spi.CredentialStore.Lease;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Rights that one instance has at a time, by the database's clock. */
final class Leases {
    private final Database database;

    Leases(Database database) {
        this.database = database;
    }

    Optional<Lease> take(String name, String holder, Duration time) {
        return isTaken(name, holder, time)
                ? Optional.of(() -> release(name, holder))
                : Optional.empty();
    }

    private boolean isTaken(String name, String holder, Duration time) {
        try {
            return database.transaction(
                    "take a lease",
                    connection -> {
                        Instant clock = Database.clock(connection);
                        return insert(connection, name, holder, clock.plus(time))
                                || takeOver(connection, name, holder, clock, time);
                    });
        } catch (StoreException e) {
            giveBack(name, holder, e);
            throw e;
        }
    }

    /** It may have been taken and only the answer lost: nobody should wait for its end. */
    private void giveBack(String name, String holder, StoreException why) {
        try {
            release(name, holder);
        } catch (StoreException e) {
            why.addSuppressed(e);
        }
    }

    private boolean insert(Connection connection, String name, String holder, Instant until)
            throws SQLException {
        String sql =
                database.dialect()
                        .insertUnlessThere(
                                "INSERT INTO dompet_lease (name, holder, lease_until)"
                                        + " VALUES (?, ?, ?)");
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            statement.setString(2, holder);
            Times.set(statement, 3, until);
            return Database.insert(statement);
        }
    }

    private static boolean takeOver(
            Connection connection, String name, String holder, Instant clock, Duration time)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "UPDATE dompet_lease SET holder = ?, lease_until = ?"
                                + " WHERE name = ? AND lease_until <= ?")) {
            statement.setString(1, holder);
            Times.set(statement, 2, clock.plus(time));
            statement.setString(3, name);
            Times.set(statement, 4, clock);
            return statement.executeUpdate() == 1;
        }
    }

    private void release(String name, String holder) {
        int unused =
                database.statement(
                        "give a lease back",
                        connection -> {
                            try (PreparedStatement statement =
                                    connection.prepareStatement(
                                            "DELETE FROM dompet_lease"
                                                    + " WHERE name = ? AND holder = ?")) {
                                statement.setString(1, name);
                                statement.setString(2, holder);
                                return statement.executeUpdate();
                            }
                        });
    }
}
