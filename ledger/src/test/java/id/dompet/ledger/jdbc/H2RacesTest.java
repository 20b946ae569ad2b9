package id.dompet.ledger.jdbc;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;

class H2RacesTest extends RacesContract {
    @TempDir Path folder;

    @Override
    DataSource source() {
        return TestDatabase.h2(folder);
    }

    /**
     * More than the ledger's 32: each claim reads all rows that are leased, here half of all on
     * average, and H2 reads slowly. The ledger never leaves more than a few leased.
     */
    @Override
    int batch() {
        return 500;
    }

    @Override
    String numbersTo(int most) {
        return "FROM SYSTEM_RANGE(1, %d)".formatted(most);
    }
}
