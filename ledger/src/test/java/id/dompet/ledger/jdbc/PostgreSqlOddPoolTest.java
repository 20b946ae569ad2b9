package id.dompet.ledger.jdbc;

import javax.sql.DataSource;

class PostgreSqlOddPoolTest extends OddPoolContract {
    @Override
    DataSource source() {
        return TestDatabase.postgresql();
    }
}
