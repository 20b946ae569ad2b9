package id.dompet.ledger.jdbc;

import java.util.List;
import javax.sql.DataSource;

/** Two copies of the library in one process, of which neither knows of the other's turns. */
class H2WithoutTurnsRacesTest extends H2RacesTest {
    @Override
    Database database(DataSource source) {
        return new Database(source, Turns.NONE, List.of("SET WRITE_DELAY 0"), false);
    }
}
