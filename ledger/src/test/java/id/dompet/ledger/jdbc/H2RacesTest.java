package id.dompet.ledger.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class H2RacesTest extends RacesContract {
    @TempDir Path folder;

    @Override
    DataSource source() {
        return TestDatabase.h2(folder);
    }

    /** Many rows, which H2 would rearrange at the end of the process. */
    @AfterEach
    void shutDown() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            boolean unused = statement.execute("SHUTDOWN IMMEDIATELY");
        }
    }

    /** A quarter of what PostgreSQL gets: the workers take turns here. */
    @Override
    int due() {
        return 5_000;
    }

    @Override
    String numbersTo(int most) {
        return "FROM SYSTEM_RANGE(1, %d)".formatted(most);
    }
}
