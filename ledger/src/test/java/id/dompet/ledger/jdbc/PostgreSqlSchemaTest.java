package id.dompet.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dompet.ledger.Durability;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class PostgreSqlSchemaTest extends SchemaContract {

    @Override
    DataSource source() {
        return TestDatabase.postgresql();
    }

    @Override
    String folder() {
        return "postgresql";
    }

    @Test
    void whatIsCommittedLaterIsRefused() throws SQLException {
        DataSource source = TestDatabase.postgresql();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            boolean unused =
                    statement.execute(
                            "ALTER DATABASE %s SET synchronous_commit = off"
                                    .formatted(connection.getCatalog()));
        }
        assertThatThrownBy(() -> Durable.open(source, Durability.PROCESS_DEATH))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("synchronous_commit = off");
    }
}
