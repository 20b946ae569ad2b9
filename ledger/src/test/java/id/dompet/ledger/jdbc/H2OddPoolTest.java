package id.dompet.ledger.jdbc;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;

class H2OddPoolTest extends OddPoolContract {
    @TempDir Path folder;

    @Override
    DataSource source() {
        return TestDatabase.h2(folder);
    }
}
