package id.dompet.ledger.jdbc;

import id.dompet.ledger.CredentialStoreContract;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;

class H2CredentialStoreTest extends CredentialStoreContract {
    @TempDir Path folder;

    @Override
    protected DataSource open() {
        return TestDatabase.h2(folder);
    }
}
