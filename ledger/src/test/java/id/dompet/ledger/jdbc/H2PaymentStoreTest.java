package id.dompet.ledger.jdbc;

import id.dompet.ledger.Durability;
import id.dompet.ledger.PaymentStoreContract;
import id.dompet.ledger.store.PaymentStore;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2PaymentStoreTest extends PaymentStoreContract {
    @TempDir Path folder;

    @Override
    protected PaymentStore open() {
        Database database = Durable.open(TestDatabase.h2(folder), Durability.PROCESS_DEATH);
        Schema.apply(database);
        return new JdbcPaymentStore(database);
    }
}
