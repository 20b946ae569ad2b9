package id.dompet.ledger.journey;

import id.dompet.ledger.jdbc.TestDatabase;
import javax.sql.DataSource;

class PostgreSqlRefundJourneyTest extends RefundJourney {
    @Override
    DataSource source() {
        return TestDatabase.postgresql();
    }
}
