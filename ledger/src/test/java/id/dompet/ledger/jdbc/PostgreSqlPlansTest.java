package id.dompet.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

class PostgreSqlPlansTest extends PlansContract {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    DataSource source() {
        return TestDatabase.postgresql();
    }

    @Override
    String numbersTo(int most) {
        return "FROM generate_series(1, %d) AS numbers (x)".formatted(most);
    }

    @Override
    void analyze(Statement statement) throws SQLException {
        boolean unused = statement.execute("ANALYZE");
    }

    /** A driver prepares what it runs often, and then the plan may be one for all values. */
    @Override
    List<Plan> plans(Statement statement, String sql, List<String> values) throws SQLException {
        String numbered = sql;
        for (int i = 1; i <= values.size(); i++) {
            numbered = numbered.replaceFirst("\\?", "\\$" + i);
        }
        boolean unused = statement.execute("PREPARE asked AS " + numbered);
        List<Plan> plans = new ArrayList<>();
        for (String mode : List.of("force_custom_plan", "force_generic_plan")) {
            unused = statement.execute("SET plan_cache_mode = " + mode);
            String execute =
                    values.isEmpty() ? "asked" : "asked(" + String.join(", ", values) + ")";
            try (ResultSet plan =
                    statement.executeQuery(
                            "EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) EXECUTE " + execute)) {
                assertThat(plan.next()).isTrue();
                String text = plan.getString(1);
                plans.add(new Plan(read(JSON.readTree(text).get(0).get("Plan")), text));
            } catch (JsonProcessingException e) {
                throw new AssertionError(e);
            }
        }
        return plans;
    }

    /** The rows of scans, and those that the scans or joins threw away. */
    private static long read(JsonNode node) {
        double loops = node.path("Actual Loops").asDouble();
        double rows = 0;
        if (node.path("Node Type").asText().contains("Scan")
                && !node.path("Node Type").asText().equals("Subquery Scan")) {
            rows += node.path("Actual Rows").asDouble() * loops;
        }
        for (String thrownAway :
                List.of(
                        "Rows Removed by Filter",
                        "Rows Removed by Index Recheck",
                        "Rows Removed by Join Filter")) {
            rows += node.path(thrownAway).asDouble() * loops;
        }
        long below = 0;
        for (JsonNode child : node.path("Plans")) {
            below += read(child);
        }
        return Math.round(rows) + below;
    }
}
