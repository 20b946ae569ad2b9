package id.dompet.ledger.jdbc;

import java.io.PrintWriter;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A real database that fails when and how a test says. Thread-safe. */
public final class BreakableSource implements DataSource {

    /** Where it fails. */
    public enum At {
        /** No connection is given. */
        CONNECT,
        /** The statement is refused. */
        STATEMENT,
        /** The commit is refused: nothing of the transaction stays. */
        BEFORE_COMMIT,
        /** The commit is done, its answer is lost, and so is the connection. */
        AFTER_COMMIT
    }

    /**
     * Makes what is thrown: an SQLException, or an Error for a process that dies there; or nothing,
     * and the real database goes on with what the test has made of it meanwhile.
     */
    @FunctionalInterface
    public interface Failure {
        @Nullable Throwable make();
    }

    /**
     * What goes wrong.
     *
     * @param sql in transactions with a statement that begins like this
     */
    private record Plan(At at, String sql, Failure failure) {}

    private final DataSource real;
    private final AtomicReference<@Nullable Plan> plan = new AtomicReference<>();

    /** Works until it is told otherwise. */
    public BreakableSource(DataSource real) {
        this.real = real;
    }

    /** Fails from now on, at transactions with a statement that begins so; empty text for all. */
    public void breakAt(At at, String sql, Failure failure) {
        plan.set(new Plan(at, sql, failure));
    }

    /** Fails from now on, with an SQLException of this state. */
    public void breakAt(At at, String sql, String sqlState) {
        breakAt(at, sql, () -> new SQLException("broken by the test", sqlState));
    }

    /** Fails the next time only, with an SQLException of this state. */
    public void breakOnceAt(At at, String sql, String sqlState) {
        breakAt(
                at,
                sql,
                () -> {
                    mend();
                    return new SQLException("broken once by the test", sqlState);
                });
    }

    /** Works again. */
    public void mend() {
        plan.set(null);
    }

    @Override
    public Connection getConnection() throws SQLException {
        throwIf(At.CONNECT, "");
        Connection connection = real.getConnection();
        String[] hit = {null};
        return Proxies.of(
                Connection.class,
                (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")
                            && arguments[0] instanceof String sql) {
                        throwIf(At.STATEMENT, sql);
                        if (connection.getAutoCommit()) {
                            return committing(connection, connection.prepareStatement(sql), sql);
                        }
                        Plan now = plan.get();
                        if (now != null && sql.startsWith(now.sql())) {
                            hit[0] = sql;
                        }
                    }
                    boolean commit = method.getName().equals("commit") && hit[0] != null;
                    return commit
                            ? commit(connection, connection, method, arguments, hit[0])
                            : Proxies.call(connection, method, arguments);
                });
    }

    /** A statement that commits by itself. */
    private PreparedStatement committing(
            Connection connection, PreparedStatement statement, String sql) {
        return Proxies.of(
                PreparedStatement.class,
                (proxy, method, arguments) ->
                        method.getName().startsWith("execute")
                                ? commit(connection, statement, method, arguments, sql)
                                : Proxies.call(statement, method, arguments));
    }

    private @Nullable Object commit(
            Connection connection,
            Object target,
            Method method,
            Object @Nullable [] arguments,
            String sql)
            throws Throwable {
        throwIf(At.BEFORE_COMMIT, sql);
        Object result = Proxies.call(target, method, arguments);
        Plan then = plan.get();
        if (then != null && then.at() == At.AFTER_COMMIT && sql.startsWith(then.sql())) {
            connection.close();
            throwIf(At.AFTER_COMMIT, sql);
        }
        return result;
    }

    private void throwIf(At at, String sql) throws SQLException {
        Plan now = plan.get();
        if (now == null || now.at() != at || !sql.startsWith(now.sql())) {
            return;
        }
        Throwable failure = now.failure().make();
        if (failure == null) {
            return;
        }
        if (failure instanceof SQLException e) {
            throw e;
        }
        throw (Error) failure;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return real.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        real.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        real.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return real.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return real.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return real.isWrapperFor(type);
    }
}
