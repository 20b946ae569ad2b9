package id.dompet.ledger.jdbc;

import id.dompet.ledger.Durability;
import id.dompet.ledger.store.StoreException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Finds out, and for H2 sees to it, that what is committed stays. Refuses what does not. */
public final class Durable {
    private static final Pattern IN_MEMORY = Pattern.compile("(?i)^(split:)?(nio)?mem(fs|lz):");

    private static final List<String> H2_SETTINGS =
            List.of(
                    "SET WRITE_DELAY 0",
                    // A database whose last connection is closed is closed too. Opened again, it
                    // shows the delay of 0 that it has stored, and writes half a second later
                    // nevertheless.
                    "SET DB_CLOSE_DELAY -1",
                    // H2 that has used a part of its file again does not always find its newest
                    // commits after SIGKILL. So it only appends, until an orderly end makes the
                    // file small.
                    "SET RETENTION_TIME " + Integer.MAX_VALUE);

    private Durable() {}

    /**
     * The database behind a data source, durable.
     *
     * @throws IllegalStateException if it is of another kind, or not durable; says what to change
     * @throws StoreException if it cannot be reached
     */
    public static Database open(DataSource source, Durability demanded) {
        try (Connection connection = source.getConnection()) {
            Dialect dialect = Dialect.of(connection.getMetaData().getDatabaseProductName());
            if (demanded != Durability.NOTHING) {
                switch (dialect) {
                    case H2 -> h2(connection);
                    case POSTGRESQL -> postgresql(connection);
                }
            }
            if (dialect == Dialect.POSTGRESQL) {
                return new Database(source);
            }
            Turns turns = Turns.of(one(connection, "SELECT DATABASE_PATH()"));
            return demanded == Durability.NOTHING
                    ? new Database(source, turns)
                    : new Database(source, turns, H2_SETTINGS, demanded == Durability.POWER_CUT);
        } catch (SQLException e) {
            throw new StoreException("could not open the database: " + e.getMessage(), e);
        }
    }

    private static void h2(Connection connection) throws SQLException {
        // The path, because a server can be asked for a database in memory as well.
        String path = one(connection, "SELECT DATABASE_PATH()");
        if (path.equals("null") || IN_MEMORY.matcher(path).find()) {
            throw new IllegalStateException(
                    "this H2 database is in memory: its payments are lost with the process. Use"
                            + " jdbc:h2:file:..., or Durability.NOTHING in tests");
        }
        if (!one(
                        connection,
                        "SELECT SERVER FROM INFORMATION_SCHEMA.SESSIONS"
                                + " WHERE SESSION_ID = SESSION_ID()")
                .equals("null")) {
            throw new IllegalStateException(
                    "this H2 database is behind a server: what several processes write at once can"
                            + " be lost when it dies. Open the file in the one process that uses"
                            + " it (jdbc:h2:file:...), or use PostgreSQL");
        }
        Database.set(connection, H2_SETTINGS);
        String delay =
                one(
                        connection,
                        "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS"
                                + " WHERE SETTING_NAME = 'WRITE_DELAY'");
        if (!delay.equals("0")) {
            throw new IllegalStateException(
                    "H2 keeps committed rows in memory for %s ms (WRITE_DELAY): a crash would lose"
                                    .formatted(delay)
                            + " payments. Let the ledger's user change the setting, or set"
                            + " ;WRITE_DELAY=0 in the URL");
        }
    }

    private static void postgresql(Connection connection) throws SQLException {
        String synchronous = one(connection, "SHOW synchronous_commit");
        if (synchronous.equals("off")) {
            throw new IllegalStateException(
                    "PostgreSQL is set to synchronous_commit = off: a crash would lose payments."
                            + " Set it to on for the ledger's user or database");
        }
        String fullPages = one(connection, "SHOW full_page_writes");
        if (!fullPages.equals("on")) {
            throw new IllegalStateException(
                    "PostgreSQL is set to full_page_writes = "
                            + fullPages
                            + ": a crash of the machine could tear pages with payments. Set it to"
                            + " on");
        }
        String fsync = one(connection, "SHOW fsync");
        if (!fsync.equals("on")) {
            throw new IllegalStateException(
                    "PostgreSQL is set to fsync = "
                            + fsync
                            + ": a crash of the machine would lose payments. Set it to on");
        }
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }
}
