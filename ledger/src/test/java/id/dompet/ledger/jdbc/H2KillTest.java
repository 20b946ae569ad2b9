package id.dompet.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What H2 has committed outlives SIGKILL, also after its pool was empty for a while. */
class H2KillTest {
    private static final int ENOUGH = 300;

    @TempDir Path folder;

    @Test
    void committedRowsSurviveThoughThePoolWasEmptyInBetween() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("ledger");
        Set<String> acknowledged = new HashSet<>();
        Process process = start(url);
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            while (acknowledged.size() < ENOUGH) {
                String line = lines.readLine();
                assertThat(line).as("the process has ended").isNotNull();
                boolean unused = acknowledged.add(line);
            }
            Process unused = process.destroyForcibly();
            assertThat(process.waitFor()).isNotZero();
        }
        assertThat(written(url)).containsAll(acknowledged);
    }

    private static Process start(String url) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-cp");
        command.add(System.getProperty("java.class.path", ""));
        command.add(Writer.class.getName());
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
    static final class Writer {
        private Writer() {}

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
}
