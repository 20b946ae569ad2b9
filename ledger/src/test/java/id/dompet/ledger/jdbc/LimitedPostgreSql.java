package id.dompet.ledger.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * A PostgreSQL server whose tables cannot grow when a test says so: by the limit that the system
 * puts on files of the server's processes, which needs no rights, as a file system of its own
 * would. Linux only.
 */
public final class LimitedPostgreSql implements AutoCloseable {
    /** As much as one file of its log, which has to be written all the same. */
    private static final int LIMIT = 16 * 1024 * 1024;

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final EmbeddedPostgres server;
    private final long process;

    private LimitedPostgreSql(EmbeddedPostgres server, long process) {
        this.server = server;
        this.process = process;
    }

    /** Whether the limit can be set here. */
    public static boolean isPossible() {
        return Files.isExecutable(Path.of("/usr/bin/prlimit"));
    }

    /** Starts one, whose files are in this folder. */
    public static LimitedPostgreSql start(Path folder) throws IOException {
        Path data = folder.resolve("data");
        EmbeddedPostgres server =
                EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("autovacuum", "off")
                        .start();
        return new LimitedPostgreSql(
                server,
                Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip()));
    }

    /** A new database. */
    public DataSource database() throws SQLException {
        String name = "full" + NUMBER.incrementAndGet();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            boolean unused = statement.execute("CREATE DATABASE " + name);
        }
        return server.getDatabase("postgres", name);
    }

    /** No room for a payment, or another version of one, is left in this database. */
    public void fill(DataSource database) throws Exception {
        limit(String.valueOf(LIMIT));
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            boolean unused = statement.execute("SET synchronous_commit = off");
            int rows;
            do {
                // Makes what has failed to be written free for others, until nothing is.
                unused = statement.execute("VACUUM dompet_payment");
                rows = insert(statement, 1900, 2048) + insert(statement, 1, 64);
            } while (rows > 0);
        }
    }

    private static int insert(Statement statement, int size, int most) {
        int all = 0;
        int rows = most;
        while (rows > 0) {
            try {
                all +=
                        statement.executeUpdate(
                                "INSERT INTO dompet_payment SELECT md5(random()::text), 'x', 'x',"
                                        + " 'x', 1, 'IDR', 'f', repeat('x', %d), 'PAID', NULL, 1,"
                                                .formatted(size)
                                        + " now(), now(), now(), NULL, 0, NULL, 0, NULL"
                                        + " FROM generate_series(1, %d)".formatted(rows));
            } catch (SQLException e) {
                rows /= 2;
            }
        }
        return all;
    }

    /** There is room again. */
    public void free() throws Exception {
        limit("unlimited");
    }

    /** For the processes that serve connections, and for those that begin afterwards. */
    private void limit(String bytes) throws Exception {
        ProcessHandle postmaster = ProcessHandle.of(process).orElseThrow();
        limit(postmaster, bytes);
        for (ProcessHandle each : postmaster.children().toList()) {
            limit(each, bytes);
        }
    }

    private static void limit(ProcessHandle process, String bytes) throws Exception {
        int result =
                new ProcessBuilder(
                                "/usr/bin/prlimit",
                                "--pid",
                                String.valueOf(process.pid()),
                                "--fsize=" + bytes + ":unlimited")
                        .start()
                        .waitFor();
        if (result != 0 && process.isAlive()) {
            throw new IllegalStateException("prlimit ended with " + result);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
