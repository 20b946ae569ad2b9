package id.dompet.ledger.journey;

import id.dompet.ledger.jdbc.TestDatabase;
import javax.sql.DataSource;

class PostgreSqlDokuJourneyTest extends DokuJourney {
    @Override
    DataSource source() {
        return TestDatabase.postgresql();
    }
}
