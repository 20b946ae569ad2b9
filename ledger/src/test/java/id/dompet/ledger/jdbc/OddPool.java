package id.dompet.ledger.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * A pool whose connections commit nothing by themselves and are REPEATABLE READ, as some merchants
 * set theirs. Whoever gives one back otherwise is told so.
 */
final class OddPool {
    private static final int ISOLATION = Connection.TRANSACTION_REPEATABLE_READ;

    private OddPool() {}

    static DataSource of(DataSource real) {
        return Proxies.of(
                DataSource.class,
                (proxy, method, arguments) -> {
                    Object result = Proxies.call(real, method, arguments);
                    return result instanceof Connection connection ? odd(connection) : result;
                });
    }

    private static Connection odd(Connection connection) throws SQLException {
        connection.setTransactionIsolation(ISOLATION);
        connection.setAutoCommit(false);
        return Proxies.of(
                Connection.class,
                (proxy, method, arguments) -> {
                    if (method.getName().equals("close") && !connection.isClosed()) {
                        check(connection);
                        connection.setAutoCommit(true);
                        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                    }
                    return Proxies.call(connection, method, arguments);
                });
    }

    private static void check(Connection connection) throws SQLException {
        if (connection.getAutoCommit() || connection.getTransactionIsolation() != ISOLATION) {
            throw new AssertionError("a connection comes back with other settings");
        }
    }
}
