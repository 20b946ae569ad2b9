package id.dompet.sandbox.soak;

import id.dompet.sandbox.cli.UserError;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** A PostgreSQL server of the soak's own, from the binaries that come with the build. */
final class PostgresServer implements SoakDatabase {
    private static final String USER = "postgres";

    private final EmbeddedPostgres server;

    private PostgresServer(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts it.
     *
     * @throws UserError if this machine cannot run it
     */
    static PostgresServer start(Path folder) {
        try {
            return new PostgresServer(
                    EmbeddedPostgres.builder()
                            .setDataDirectory(folder.resolve("postgres"))
                            // The library's defaults are made for tests that may lose rows.
                            .setServerConfig("fsync", "on")
                            .setServerConfig("synchronous_commit", "on")
                            .setServerConfig("full_page_writes", "on")
                            .setServerConfig("max_connections", "100")
                            .setOutputRedirector(
                                    ProcessBuilder.Redirect.appendTo(
                                            folder.resolve("postgres.log").toFile()))
                            .start());
        } catch (IOException | RuntimeException e) {
            throw UserError.usage(
                    "This machine cannot run the embedded PostgreSQL (%s); use --database h2."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    @Override
    public String url() {
        return server.getJdbcUrl(USER, USER);
    }

    @Override
    public String user() {
        return USER;
    }

    @Override
    public Connection connect() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
