package id.dompet.ledger.jdbc;

import id.dompet.ledger.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ledger's tables, as readable SQL in {@code id/dompet/ledger/schema/}: applied here, or by the
 * merchant's own migration tool.
 */
public final class Schema {
    private static final List<String> VERSIONS = List.of("V1__ledger.sql");

    private static final Logger LOG = LoggerFactory.getLogger(Schema.class);

    /** More than statements: whoever fails at one finds it done the next time. */
    private static final int TRIES = 40;

    private Schema() {}

    /** Applies what is missing; harmless if nothing is, and if several instances do so at once. */
    public static void apply(Database database) {
        for (String version : VERSIONS) {
            List<String> statements = statements(read(database.dialect(), version));
            for (int attempt = 1; !isApplied(database, version, statements, attempt); attempt++) {
                LOG.debug("{} is being applied by somebody else; once more", version);
            }
        }
    }

    /** H2's IF NOT EXISTS fails where two create the same at once; then one of them has done it. */
    private static boolean isApplied(
            Database database, String version, List<String> statements, int attempt) {
        try {
            return database.transaction(
                    "apply " + version,
                    connection -> {
                        oneAtATime(connection, database.dialect());
                        for (String sql : statements) {
                            execute(connection, sql);
                        }
                        return true;
                    });
        } catch (StoreException e) {
            if (database.dialect() != Dialect.H2 || attempt >= TRIES) {
                throw e;
            }
            return false;
        }
    }

    private static void oneAtATime(Connection connection, Dialect dialect) throws SQLException {
        if (dialect == Dialect.POSTGRESQL) {
            // CREATE TABLE IF NOT EXISTS is not safe against itself there.
            execute(connection, "SELECT pg_advisory_xact_lock(4715131)");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean unused = statement.execute(sql);
        }
    }

    /**
     * Checks that the tables are there.
     *
     * @throws IllegalStateException if they are not, or are of another version
     */
    public static void verify(Database database) {
        int found;
        try {
            found =
                    database.statement(
                            "read the schema's version",
                            connection -> {
                                try (Statement statement = connection.createStatement();
                                        ResultSet row =
                                                statement.executeQuery(
                                                        "SELECT MAX(version) FROM dompet_schema")) {
                                    return row.next() ? row.getInt(1) : 0;
                                }
                            });
        } catch (StoreException e) {
            throw new IllegalStateException(
                    "the ledger's tables are missing or cannot be read; apply "
                            + "id/dompet/ledger/schema/"
                            + database.dialect().folder()
                            + "/"
                            + VERSIONS.get(0),
                    e);
        }
        if (found < VERSIONS.size()) {
            throw new IllegalStateException(
                    "the ledger's tables have version %d, this release needs %d; apply the newer"
                                    .formatted(found, VERSIONS.size())
                            + " scripts of id/dompet/ledger/schema/"
                            + database.dialect().folder());
        }
    }

    private static String read(Dialect dialect, String version) {
        String name = "/id/dompet/ledger/schema/" + dialect.folder() + "/" + version;
        try (InputStream in = Schema.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing in this jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> statements(String script) {
        return Stream.of(script.replaceAll("--[^\\n]*", "").split(";"))
                .map(String::strip)
                .filter(sql -> !sql.isEmpty())
                .toList();
    }
}
