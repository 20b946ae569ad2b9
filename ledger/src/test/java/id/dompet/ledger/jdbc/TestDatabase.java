package id.dompet.ledger.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.postgresql.ds.PGPoolingDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Databases for tests: an H2 file, or a PostgreSQL of the build's own. */
public final class TestDatabase {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static @Nullable EmbeddedPostgres postgres;
    private static @Nullable String whyNot;

    private TestDatabase() {}

    /** A new H2 database in a file of this folder. */
    public static JdbcConnectionPool h2(Path folder) {
        JdbcConnectionPool pool =
                JdbcConnectionPool.create(
                        "jdbc:h2:file:" + folder.resolve("ledger" + NUMBER.incrementAndGet()),
                        "sa",
                        "");
        pool.setMaxConnections(32);
        return pool;
    }

    /** The same on a {@link FullDisk}. */
    public static JdbcConnectionPool h2OnFullDisk(Path folder) {
        FullDisk.register();
        JdbcConnectionPool pool =
                JdbcConnectionPool.create(
                        "jdbc:h2:file:fulldisk:" + folder.resolve("ledger").toAbsolutePath(),
                        "sa",
                        "");
        pool.setMaxConnections(32);
        return pool;
    }

    /** A new database on a PostgreSQL server that is started once; skips where none can be. */
    public static synchronized DataSource postgresql() {
        if (postgres == null && whyNot == null) {
            try {
                postgres =
                        EmbeddedPostgres.builder()
                                // The library's defaults are made for tests that may lose rows.
                                .setServerConfig("fsync", "on")
                                .setServerConfig("synchronous_commit", "on")
                                .setServerConfig("full_page_writes", "on")
                                .setServerConfig("max_connections", "100")
                                .start();
                EmbeddedPostgres started = postgres;
                Runtime.getRuntime().addShutdownHook(new Thread(() -> close(started)));
            } catch (IOException | IllegalStateException e) {
                whyNot = "no PostgreSQL can be started here: " + e.getMessage();
            }
        }
        EmbeddedPostgres server = postgres;
        Assumptions.assumeTrue(server != null, String.valueOf(whyNot));
        if (server == null) {
            throw new IllegalStateException(whyNot);
        }
        String name = "ledger" + NUMBER.incrementAndGet();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            boolean unused = statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return server.getDatabase("postgres", name);
    }

    /**
     * Keeps up to 16 connections open, where starting one for each transaction would take most of
     * the time. What the driver has is enough here; merchants are told to use another.
     */
    @SuppressWarnings("deprecation")
    public static DataSource pooled(DataSource postgresql) throws SQLException {
        PGSimpleDataSource simple = postgresql.unwrap(PGSimpleDataSource.class);
        PGPoolingDataSource pool = new PGPoolingDataSource();
        pool.setDataSourceName("pool" + NUMBER.incrementAndGet());
        pool.setUrl(simple.getURL());
        pool.setUser(simple.getUser());
        pool.setPassword(simple.getPassword());
        pool.setMaxConnections(16);
        return pool;
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
