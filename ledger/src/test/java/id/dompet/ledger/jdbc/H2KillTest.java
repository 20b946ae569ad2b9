package id.dompet.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.ledger.Durability;
import id.dompet.ledger.LedgerDatabase;
import id.dompet.ledger.crypt.EncryptionKeys;
import id.dompet.model.Secret;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What H2 has committed outlives SIGKILL, also after its pool was empty for a while. */
class H2KillTest {
    @TempDir Path folder;

    @Test
    void committedRowsSurviveThoughThePoolWasEmptyInBetween() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("ledger");
        Set<String> acknowledged = writtenUntilKilled(LonelyWriter.class, url, 300);
        assertThat(written(url)).containsAll(acknowledged);
    }

    /** Without turns the index soon has entries without rows, or rows without entries. */
    @Test
    void manyWritersLeaveNothingHalfDone() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("ledger");
        Set<String> acknowledged = new HashSet<>();
        for (int round = 1; round <= 5; round++) {
            acknowledged.addAll(writtenUntilKilled(ManyWriters.class, url, 120));
            assertThat(written(url)).containsAll(acknowledged);
            try (Connection connection = DriverManager.getConnection(url, "sa", "");
                    Statement statement = connection.createStatement()) {
                for (String table : List.of("written", "event")) {
                    assertThat(count(statement, table + " WHERE due >= 0"))
                            .as("entries of the index of " + table)
                            .isEqualTo(count(statement, table));
                }
                boolean unused = statement.execute("SHUTDOWN");
            }
        }
    }

    private static int count(Statement statement, String rows) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + rows)) {
            assertThat(row.next()).isTrue();
            return row.getInt(1);
        }
    }

    /** What a process said it had committed before it was killed. */
    private static Set<String> writtenUntilKilled(Class<?> writer, String url, int enough)
            throws Exception {
        Set<String> acknowledged = new HashSet<>();
        Process process = start(writer, url);
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            while (acknowledged.size() < enough) {
                String line = lines.readLine();
                assertThat(line).as("the process has ended").isNotNull();
                boolean unused = acknowledged.add(line);
            }
            Process unused = process.destroyForcibly();
            assertThat(process.waitFor()).isNotZero();
        }
        return acknowledged;
    }

    private static Process start(Class<?> writer, String url) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-cp");
        command.add(System.getProperty("java.class.path", ""));
        command.add(writer.getName());
        command.add(url);
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static Set<String> written(String url) throws SQLException {
        Set<String> rows = new HashSet<>();
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT name FROM written")) {
            while (row.next()) {
                boolean unused = rows.add(row.getString(1));
            }
        }
        return rows;
    }

    /** Opens the ledger's database, lets the pool run empty, and writes until it is killed. */
    static final class LonelyWriter {
        private LonelyWriter() {}

        public static void main(String[] args) throws SQLException {
            JdbcConnectionPool pool = JdbcConnectionPool.create(args[0], "sa", "");
            LedgerDatabase unused =
                    LedgerDatabase.open(
                            pool,
                            EncryptionKeys.of(
                                    "test-1",
                                    Secret.of("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=")));
            pool.dispose();
            try (Connection connection = DriverManager.getConnection(args[0], "sa", "");
                    Statement statement = connection.createStatement()) {
                boolean unusedResult =
                        statement.execute("CREATE TABLE written (name varchar PRIMARY KEY)");
                int number = 0;
                while (true) {
                    number++;
                    String name = "row" + number;
                    int rows =
                            statement.executeUpdate("INSERT INTO written VALUES ('" + name + "')");
                    System.out.println(rows == 1 ? name : "nothing was written");
                }
            }
        }
    }

    /**
     * Writes in parallel through the ledger's transactions, gives some up, reads and writes by
     * statements of their own, and takes events that are due as couriers do.
     */
    static final class ManyWriters {
        private static final int PARTS = 20;
        private static final String DUE =
                "SELECT id FROM event WHERE due <= 500 ORDER BY due, id FETCH FIRST 5 ROWS ONLY";

        private ManyWriters() {}

        public static void main(String[] args) throws SQLException {
            JdbcConnectionPool pool = JdbcConnectionPool.create(args[0], "sa", "");
            Database database = Durable.open(pool, Durability.PROCESS_DEATH);
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                for (String sql :
                        List.of(
                                "CREATE TABLE IF NOT EXISTS written (name varchar PRIMARY KEY,"
                                        + " due int NOT NULL, body varchar)",
                                "CREATE INDEX IF NOT EXISTS written_due ON written (due, name)",
                                "CREATE TABLE IF NOT EXISTS event (id identity PRIMARY KEY, name"
                                        + " varchar, due int NOT NULL)",
                                "CREATE INDEX IF NOT EXISTS event_due ON event (due, id)")) {
                    boolean unused = statement.execute(sql);
                }
            }
            String process = String.valueOf(ProcessHandle.current().pid());
            for (int writer = 1; writer <= 6; writer++) {
                String name = process + "." + writer + ".";
                Random random = new Random(writer);
                new Thread(() -> write(database, name, random)).start();
            }
        }

        private static void write(Database database, String prefix, Random random) {
            for (int number = 1; ; number++) {
                String name = prefix + number;
                boolean givenUp = number % 6 == 0;
                try {
                    String done = database.transaction("write", c -> row(c, name, givenUp, random));
                    synchronized (System.out) {
                        System.out.println(done);
                    }
                } catch (IllegalStateException e) {
                    assertThat(givenUp).isTrue();
                }
                int delivered =
                        database.transaction(
                                "deliver", c -> deliver(c, database.claimed(DUE), random));
                int found = database.statement("look", c -> found(c, name));
                int put = database.statement("put off", c -> putOff(c, name, random));
                assertThat(found).isEqualTo(givenUp ? 0 : 1);
                assertThat(put).as("of %d delivered", delivered).isLessThanOrEqualTo(PARTS);
            }
        }

        /** Many rows, so that others commit while they are half done. */
        private static String row(
                Connection connection, String name, boolean givenUp, Random random)
                throws SQLException {
            int rows = 0;
            try (PreparedStatement written =
                            connection.prepareStatement(
                                    "INSERT INTO written VALUES (?, ?, REPEAT('x', 300))");
                    PreparedStatement event =
                            connection.prepareStatement(
                                    "INSERT INTO event (name, due) VALUES (?, ?)")) {
                for (int part = 1; part <= PARTS; part++) {
                    written.setString(1, part == PARTS ? name : name + "." + part);
                    written.setInt(2, random.nextInt(1000));
                    event.setString(1, name);
                    event.setInt(2, random.nextInt(1000));
                    rows += written.executeUpdate() + event.executeUpdate();
                }
            }
            if (givenUp) {
                throw new IllegalStateException("given up");
            }
            return rows == 2 * PARTS ? name : "wrong number of rows";
        }

        private static int found(Connection connection, String name) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                return count(statement, "written WHERE name = '" + name + "'");
            }
        }

        private static int putOff(Connection connection, String name, Random random)
                throws SQLException {
            try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate(
                        "UPDATE event SET due = %d WHERE name = '%s'"
                                .formatted(random.nextInt(1000), name));
            }
        }

        private static int deliver(Connection connection, String due, Random random)
                throws SQLException {
            List<Long> taken = new ArrayList<>();
            try (Statement statement = connection.createStatement()) {
                try (ResultSet first = statement.executeQuery(due)) {
                    while (first.next()) {
                        taken.add(first.getLong(1));
                    }
                }
                int rows = 0;
                for (long id : taken) {
                    rows +=
                            statement.executeUpdate(
                                    random.nextBoolean()
                                            ? "DELETE FROM event WHERE id = " + id
                                            : "UPDATE event SET due = %d WHERE id = %d"
                                                    .formatted(random.nextInt(1000), id));
                }
                return rows;
            }
        }
    }
}
