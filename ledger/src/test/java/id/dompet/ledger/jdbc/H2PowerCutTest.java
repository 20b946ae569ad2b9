package id.dompet.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dompet.ledger.Durability;
import id.dompet.ledger.store.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing counts as written, or is believed when it is read, before it is on the disk. */
class H2PowerCutTest {
    private static final String INSERT = "INSERT INTO written VALUES (1)";

    @TempDir Path folder;

    private final DiskThatSyncs disk = new DiskThatSyncs();
    private Database database;

    /** Counts what is to be on the disk, and may fail at it. */
    private static final class DiskThatSyncs {
        private int checkpoints;
        private boolean broken;

        DataSource under(DataSource real) {
            return Proxies.of(
                    DataSource.class,
                    (proxy, method, arguments) -> {
                        Object result = Proxies.call(real, method, arguments);
                        return result instanceof Connection connection ? over(connection) : result;
                    });
        }

        private Connection over(Connection real) {
            return Proxies.of(
                    Connection.class,
                    (proxy, method, arguments) -> {
                        Object result = Proxies.call(real, method, arguments);
                        return method.getName().equals("createStatement")
                                        && result instanceof Statement statement
                                ? over(statement)
                                : result;
                    });
        }

        private Statement over(Statement real) {
            return Proxies.of(
                    Statement.class,
                    (proxy, method, arguments) -> {
                        if (arguments != null && "CHECKPOINT SYNC".equals(arguments[0])) {
                            checkpoints++;
                            if (broken) {
                                throw new SQLException("the disk is gone", "90028");
                            }
                        }
                        return Proxies.call(real, method, arguments);
                    });
        }
    }

    @BeforeEach
    void open() {
        database = Durable.open(disk.under(TestDatabase.h2(folder)), Durability.POWER_CUT);
        run("CREATE TABLE written (id int PRIMARY KEY)");
    }

    private void run(String sql) {
        boolean unused = database.statement("run", connection -> execute(connection, sql));
    }

    private static boolean execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute(sql);
        }
    }

    @Test
    void everyStatementAndTransactionIsFollowedByOne() {
        int before = disk.checkpoints;
        run(INSERT);
        run("SELECT id FROM written");
        boolean unused =
                database.transaction(
                        "run both",
                        connection ->
                                execute(connection, "INSERT INTO written VALUES (2)")
                                        || execute(connection, "INSERT INTO written VALUES (3)"));
        assertThat(disk.checkpoints - before).isEqualTo(3);
    }

    @Test
    void whatMayNotBeOnTheDiskIsNeitherWrittenAgainNorBelieved() {
        disk.broken = true;
        int before = disk.checkpoints;
        assertThatThrownBy(() -> run(INSERT))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("perhaps not on the disk");
        assertThat(disk.checkpoints - before).as("tries").isEqualTo(1);
        assertThatThrownBy(() -> run("SELECT id FROM written")).isInstanceOf(StoreException.class);
        disk.broken = false;
        run("SELECT id FROM written");
        assertThatThrownBy(() -> run(INSERT)).as("it is there").isInstanceOf(StoreException.class);
    }
}
