package id.dompet.ledger.jdbc;

import id.dompet.ledger.Durability;
import id.dompet.ledger.PaymentStoreContract;
import id.dompet.ledger.store.PaymentStore;

class PostgreSqlPaymentStoreTest extends PaymentStoreContract {

    @Override
    protected PaymentStore open() {
        Database database = Durable.open(TestDatabase.postgresql(), Durability.PROCESS_DEATH);
        Schema.apply(database);
        return new JdbcPaymentStore(database);
    }
}
