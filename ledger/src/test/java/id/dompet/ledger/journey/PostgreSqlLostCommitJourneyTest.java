package id.dompet.ledger.journey;

import id.dompet.ledger.jdbc.TestDatabase;
import javax.sql.DataSource;

class PostgreSqlLostCommitJourneyTest extends LostCommitJourney {
    @Override
    DataSource source() {
        return TestDatabase.postgresql();
    }
}
