package id.dompet.ledger.jdbc;

import java.sql.SQLException;
import javax.sql.DataSource;

class PostgreSqlRacesTest extends RacesContract {
    @Override
    DataSource source() throws SQLException {
        return TestDatabase.pooled(TestDatabase.postgresql());
    }

    @Override
    int due() {
        return 20_000;
    }

    @Override
    String numbersTo(int most) {
        return "FROM generate_series(1, %d) AS numbers (x)".formatted(most);
    }
}
