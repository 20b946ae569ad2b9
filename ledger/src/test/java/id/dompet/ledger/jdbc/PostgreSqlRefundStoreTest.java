package id.dompet.ledger.jdbc;

import id.dompet.ledger.Durability;
import id.dompet.ledger.RefundStoreContract;

class PostgreSqlRefundStoreTest extends RefundStoreContract {

    @Override
    protected Stores open() {
        Database database = Durable.open(TestDatabase.postgresql(), Durability.PROCESS_DEATH);
        Schema.apply(database);
        return new Stores(new JdbcPaymentStore(database), new JdbcRefundStore(database));
    }
}
