package id.dompet.ledger.jdbc;

import id.dompet.ledger.Durability;
import id.dompet.ledger.LinkStoreContract;
import id.dompet.ledger.store.LinkStore;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2LinkStoreTest extends LinkStoreContract {
    @TempDir Path folder;

    @Override
    protected LinkStore open() {
        Database database = Durable.open(TestDatabase.h2(folder), Durability.PROCESS_DEATH);
        Schema.apply(database);
        return new JdbcLinkStore(database);
    }
}
