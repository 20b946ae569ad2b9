package id.dompet.ledger.jdbc;

import id.dompet.ledger.Durability;
import id.dompet.ledger.RefundStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2RefundStoreTest extends RefundStoreContract {
    @TempDir Path folder;

    @Override
    protected Stores open() {
        Database database = Durable.open(TestDatabase.h2(folder), Durability.PROCESS_DEATH);
        Schema.apply(database);
        return new Stores(new JdbcPaymentStore(database), new JdbcRefundStore(database));
    }
}
