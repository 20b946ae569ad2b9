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

/** Databases on this machine's disk that lose nothing, and nothing of which is left afterwards. */
final class Stores implements AutoCloseable {
    private final Path folder;
    private final JdbcConnectionPool h2;
    private final Optional<EmbeddedPostgres> postgres;

    Stores(boolean withPostgres) throws IOException {
        folder = Files.createTempDirectory("dompet-ledger");
        h2 = JdbcConnectionPool.create("jdbc:h2:file:" + folder.resolve("ledger"), "sa", "");
        h2.setMaxConnections(32);
        postgres = withPostgres ? startPostgres() : Optional.empty();
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
            return Optional.empty();
        }
    }

    DataSource h2() {
        return h2;
    }

    Optional<DataSource> postgresql() {
        return postgres.map(EmbeddedPostgres::getPostgresDatabase);
    }

    @Override
    public void close() throws IOException {
        h2.dispose();
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
