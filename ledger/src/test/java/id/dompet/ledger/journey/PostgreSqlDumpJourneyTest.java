package id.dompet.ledger.journey;

import id.dompet.ledger.jdbc.TestDatabase;
import javax.sql.DataSource;

class PostgreSqlDumpJourneyTest extends DumpJourney {
    @Override
    DataSource source() {
        return TestDatabase.postgresql();
    }
}
