package id.dompet.ledger.jdbc;

import id.dompet.ledger.Durability;
import id.dompet.ledger.LinkStoreContract;
import id.dompet.ledger.store.LinkStore;

class PostgreSqlLinkStoreTest extends LinkStoreContract {
    @Override
    protected LinkStore open() {
        Database database = Durable.open(TestDatabase.postgresql(), Durability.PROCESS_DEATH);
        Schema.apply(database);
        return new JdbcLinkStore(database);
    }
}
