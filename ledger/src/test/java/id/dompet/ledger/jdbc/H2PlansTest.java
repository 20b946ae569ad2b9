package id.dompet.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;

class H2PlansTest extends PlansContract {
    private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

    @TempDir static Path folder;

    @Override
    DataSource source() {
        return TestDatabase.h2(folder);
    }

    /** Many rows, which H2 would rearrange at the end of the process. */
    @AfterAll
    void shutDown() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            boolean unused = statement.execute("SHUTDOWN IMMEDIATELY");
        }
    }

    @Override
    String numbersTo(int most) {
        return "FROM SYSTEM_RANGE(1, %d)".formatted(most);
    }

    @Override
    void analyze(Statement statement) throws SQLException {
        boolean unused = statement.execute("ANALYZE");
    }

    @Override
    List<Plan> plans(Statement statement, String sql, List<String> values) throws SQLException {
        String filled = sql;
        for (String value : values) {
            filled = filled.replaceFirst("\\?", Matcher.quoteReplacement(value));
        }
        try (ResultSet plan = statement.executeQuery("EXPLAIN ANALYZE " + filled)) {
            assertThat(plan.next()).isTrue();
            String text = plan.getString(1);
            long read =
                    SCANNED.matcher(text)
                            .results()
                            .mapToLong(scan -> Long.parseLong(scan.group(1)))
                            .sum();
            return List.of(new Plan(read, text));
        }
    }
}
