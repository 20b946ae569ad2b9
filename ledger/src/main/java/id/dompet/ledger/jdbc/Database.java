package id.dompet.ledger.jdbc;

import id.dompet.ledger.store.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** Runs transactions, and statements on their own. Thread-safe, as far as the data source is. */
public final class Database {
    static final String DUPLICATE_KEY = "23505";

    /** For claims: whoever comes second where nothing is locked changes nothing. */
    static final String UNLESS_LEASED = " AND (lease_until IS NULL OR lease_until <= ?)";

    /** Deadlock, serialization failure, and H2's lock time-out: rolled back, to be tried again. */
    private static final Set<String> AGAIN = Set.of("40001", "40P01", "HYT00");

    /**
     * H2 closes a database that it cannot write to. Connections that a pool had before are found to
     * be dead one by one; another one opens it again.
     */
    private static final String CLOSED = "90098";

    /** Of no database's own: never to be tried again. */
    private static final String UNSURE = "XDOMP";

    private static final int TRIES = 5;

    private final DataSource source;
    private final Dialect dialect;
    private final Turns turns;
    private final List<String> settings;
    private final boolean checkpoints;
    private final boolean alone;

    /** What is done in one transaction, or by one statement. */
    @FunctionalInterface
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /** PostgreSQL that was found to be durable. */
    Database(DataSource source) {
        this(source, Dialect.POSTGRESQL, Turns.NONE, List.of(), false, false);
    }

    /** H2 of which nobody knows what it is, for tests. */
    Database(DataSource source, Turns turns) {
        this(source, Dialect.H2, turns, List.of(), false, false);
    }

    /**
     * H2 that was found to be durable.
     *
     * @param settings what makes it so, set anew each time: H2 that fails, for example because the
     *     disk is full, closes the database, and whatever pool opens it again gets one that writes
     *     late
     * @param checkpoints whether each commit is followed by one, for power cuts
     */
    Database(DataSource source, Turns turns, List<String> settings, boolean checkpoints) {
        this(source, Dialect.H2, turns, settings, checkpoints, true);
    }

    private Database(
            DataSource source,
            Dialect dialect,
            Turns turns,
            List<String> settings,
            boolean checkpoints,
            boolean alone) {
        this.source = source;
        this.dialect = dialect;
        this.turns = turns;
        this.settings = settings;
        this.checkpoints = checkpoints;
        this.alone = alone;
    }

    Dialect dialect() {
        return dialect;
    }

    /**
     * Rows that the transaction is going to change, without those that another one is changing.
     * Where transactions take turns at a file of this process there is no other one; and H2, asked
     * to lock the first of many rows, reads and locks all of them.
     */
    String claimed(String select) {
        return alone ? select : select + " FOR UPDATE SKIP LOCKED";
    }

    /** The same, waiting for those that another one is changing. */
    String locked(String select) {
        return alone ? select : select + " FOR UPDATE";
    }

    /** How much is done at once. */
    private enum Scope {
        /** One statement, which commits by itself. */
        STATEMENT,
        /** Several statements, all of them or none. */
        TRANSACTION
    }

    /**
     * One statement on its own, committed durably when this returns: over a network a third of the
     * round trips of a transaction. Run once more if the database says that it undid it.
     *
     * @param what for messages, e.g. {@code "read payment"}
     * @throws StoreException if it failed, or if nobody knows
     */
    <T> T statement(String what, Work<T> work) {
        return run(what, Scope.STATEMENT, work);
    }

    /**
     * One transaction, committed durably when this returns.
     *
     * @param what for messages, e.g. {@code "write payment"}
     * @throws StoreException if it failed, or if nobody knows
     */
    <T> T transaction(String what, Work<T> work) {
        return run(what, Scope.TRANSACTION, work);
    }

    private <T> T run(String what, Scope scope, Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            boolean begun = false;
            try (Connection connection = connect()) {
                boolean automatic = connection.getAutoCommit();
                int isolation = isolation(connection, scope);
                boolean wanted = scope == Scope.STATEMENT;
                turns.take();
                try {
                    set(connection, settings);
                    begin(connection, automatic, wanted, isolation);
                    begun = true;
                    return committed(connection, scope, work);
                } catch (SQLException e) {
                    rollBack(connection, e);
                    if (attempt >= TRIES || !AGAIN.contains(String.valueOf(e.getSQLState()))) {
                        throw e;
                    }
                } catch (RuntimeException | Error e) {
                    rollBack(connection, e);
                    throw e;
                } finally {
                    turns.pass();
                    restore(connection, automatic, wanted, isolation);
                }
            } catch (SQLException e) {
                if (!begun && attempt < TRIES && CLOSED.equals(e.getSQLState())) {
                    continue;
                }
                throw new StoreException("could not " + what + ": " + e.getMessage(), e);
            }
        }
    }

    /** Costs some microseconds where nothing changes. */
    static void set(Connection connection, List<String> settings) throws SQLException {
        if (settings.isEmpty()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            for (String sql : settings) {
                boolean unused = statement.execute(sql);
            }
        }
    }

    private Connection connect() throws SQLException {
        try {
            return source.getConnection();
        } catch (RuntimeException e) {
            // Some pools throw these when they are closed, or cannot connect.
            throw new SQLException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * The pool's level. PostgreSQL is not asked for it before a statement of its own, which there
     * sees what is committed when it begins, at every level.
     */
    private int isolation(Connection connection, Scope scope) throws SQLException {
        return scope == Scope.TRANSACTION || dialect == Dialect.H2
                ? connection.getTransactionIsolation()
                : Connection.TRANSACTION_READ_COMMITTED;
    }

    /**
     * READ COMMITTED, whatever the pool says: each statement has to see what others committed while
     * it waited for their locks. Under REPEATABLE READ two refunds that exclude each other would
     * both be counted against what was left before either of them.
     */
    private static void begin(
            Connection connection, boolean automatic, boolean wanted, int isolation)
            throws SQLException {
        if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        }
        if (automatic != wanted) {
            connection.setAutoCommit(wanted);
        }
    }

    private <T> T committed(Connection connection, Scope scope, Work<T> work) throws SQLException {
        T result = work.in(connection);
        if (scope == Scope.TRANSACTION) {
            connection.commit();
        }
        if (checkpoints) {
            checkpoint(connection);
        }
        return result;
    }

    /** Whatever fails here, the transaction is committed, and must not be done again. */
    private static void checkpoint(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean unused = statement.execute("CHECKPOINT SYNC");
        } catch (SQLException e) {
            throw new SQLException("committed, but perhaps not on the disk yet", UNSURE, e);
        }
    }

    private static void rollBack(Connection connection, Throwable why) {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }

    private static void restore(
            Connection connection, boolean automatic, boolean wanted, int isolation) {
        try {
            if (automatic != wanted) {
                connection.setAutoCommit(automatic);
            }
            if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
                connection.setTransactionIsolation(isolation);
            }
        } catch (SQLException e) {
            // The connection is broken; its pool will notice, and the outcome is known without it.
            return;
        }
    }

    /** The database's own clock, which all instances share. */
    static Instant clock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT CURRENT_TIMESTAMP")) {
            boolean unused = row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    /** Those rows of a batch whose statement has changed something. */
    static <T> List<T> changed(List<T> rows, int[] counts) {
        List<T> changed = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] != 0) {
                changed.add(rows.get(i));
            }
        }
        return changed;
    }

    /**
     * Runs an INSERT from {@link Dialect#insertUnlessThere}.
     *
     * @return whether a row was written
     */
    static boolean insert(PreparedStatement statement) throws SQLException {
        try {
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            if (DUPLICATE_KEY.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }
}
