package id.dompet.ledger.journey;

import id.dompet.ledger.jdbc.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.io.TempDir;

class H2SlowJourneyTest extends SlowJourney {
    @TempDir Path folder;

    /** Without a pool, so that each connection is new. */
    @Override
    DataSource source() throws SQLException {
        JdbcDataSource source = new JdbcDataSource();
        try (var connection = TestDatabase.h2(folder).getConnection()) {
            source.setURL(connection.getMetaData().getURL());
        }
        source.setUser("sa");
        return source;
    }

    @Override
    void waitForLocks(Statement statement, int millis) throws SQLException {
        boolean unused = statement.execute("SET DEFAULT_LOCK_TIMEOUT " + millis);
    }
}
