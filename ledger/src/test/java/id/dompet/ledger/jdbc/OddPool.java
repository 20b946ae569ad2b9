package id.dompet.ledger.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A pool whose connections commit nothing by themselves and are REPEATABLE READ, as some merchants
 * set theirs. Whoever gives one back otherwise is told so.
 */
final class OddPool {
    private static final int ISOLATION = Connection.TRANSACTION_REPEATABLE_READ;

    private OddPool() {}

    static DataSource of(DataSource real) {
        return proxy(
                DataSource.class,
                (proxy, method, arguments) -> {
                    Object result = call(real, method, arguments);
                    return result instanceof Connection connection ? odd(connection) : result;
                });
    }

    private static Connection odd(Connection connection) throws SQLException {
        connection.setTransactionIsolation(ISOLATION);
        connection.setAutoCommit(false);
        return proxy(
                Connection.class,
                (proxy, method, arguments) -> {
                    if (method.getName().equals("close") && !connection.isClosed()) {
                        check(connection);
                        connection.setAutoCommit(true);
                        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                    }
                    return call(connection, method, arguments);
                });
    }

    private static void check(Connection connection) throws SQLException {
        if (connection.getAutoCommit() || connection.getTransactionIsolation() != ISOLATION) {
            throw new AssertionError("a connection comes back with other settings");
        }
    }

    private static @Nullable Object call(
            Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(
                        OddPool.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
