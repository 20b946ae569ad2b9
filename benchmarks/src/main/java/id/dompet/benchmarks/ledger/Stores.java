package id.dompet.benchmarks.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** Databases on this machine's disk that lose nothing, and nothing of which is left afterwards. */
final class Stores implements AutoCloseable {
    private static final int CONNECTIONS = 32;

    private final Path folder;
    private final JdbcConnectionPool h2;
    private final Optional<EmbeddedPostgres> postgres;
    private final Optional<JdbcConnectionPool> pooled;

    Stores(boolean withPostgres) throws IOException {
        folder = Files.createTempDirectory("dompet-ledger");
        h2 = JdbcConnectionPool.create("jdbc:h2:file:" + folder.resolve("ledger"), "sa", "");
        h2.setMaxConnections(CONNECTIONS);
        postgres = withPostgres ? startPostgres() : Optional.empty();
        pooled = postgres.map(Stores::pool);
    }

    /** As a merchant has one: a new connection costs more than everything that is measured. */
    private static JdbcConnectionPool pool(EmbeddedPostgres server) {
        PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
        source.setURL(server.getJdbcUrl("postgres", "postgres"));
        JdbcConnectionPool pool = JdbcConnectionPool.create(source);
        pool.setMaxConnections(CONNECTIONS);
        return pool;
    }

    /** Empty where none can be started, for example by the superuser. */
    private static Optional<EmbeddedPostgres> startPostgres() {
        try {
            return Optional.of(
                    EmbeddedPostgres.builder()
                            // The library's defaults are made for tests that may lose rows.
                            .setServerConfig("fsync", "on")
                            .setServerConfig("synchronous_commit", "on")
                            .setServerConfig("full_page_writes", "on")
                            .setServerConfig("max_connections", "100")
                            .start());
        } catch (IOException | IllegalStateException e) {
            System.err.println("PostgreSQL is not measured, it does not start: " + e);
            return Optional.empty();
        }
    }

    DataSource h2() {
        return h2;
    }

    Optional<DataSource> postgresql() {
        return pooled.map(pool -> pool);
    }

    @Override
    public void close() throws IOException {
        h2.dispose();
        pooled.ifPresent(JdbcConnectionPool::dispose);
        if (postgres.isPresent()) {
            postgres.get().close();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
