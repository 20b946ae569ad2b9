package id.dompet.ledger.journey;

import id.dompet.ledger.jdbc.TestDatabase;
import javax.sql.DataSource;

class PostgreSqlJourneyTest extends LedgerJourney {
    @Override
    DataSource source() {
        return TestDatabase.postgresql();
    }
}
