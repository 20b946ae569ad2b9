package id.dompet.ledger.journey;

import id.dompet.ledger.jdbc.TestDatabase;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;

class H2LostCommitJourneyTest extends LostCommitJourney {
    @TempDir Path folder;

    @Override
    DataSource source() {
        return TestDatabase.h2(folder);
    }
}
