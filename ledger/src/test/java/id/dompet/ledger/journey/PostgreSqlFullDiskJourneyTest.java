package id.dompet.ledger.journey;

import id.dompet.ledger.jdbc.LimitedPostgreSql;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf("id.dompet.ledger.jdbc.LimitedPostgreSql#isPossible")
class PostgreSqlFullDiskJourneyTest extends FullDiskJourney {
    private LimitedPostgreSql server;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        server = LimitedPostgreSql.start(folder);
    }

    @AfterAll
    void stop() throws IOException {
        server.close();
    }

    @Override
    DataSource source() throws SQLException {
        return server.database();
    }

    @Override
    void fill(DataSource database) throws Exception {
        server.fill(database);
    }

    @Override
    void free() throws Exception {
        server.free();
    }
}
