package id.dompet.ledger.jdbc;

import id.dompet.ledger.CredentialStoreContract;
import javax.sql.DataSource;

class PostgreSqlCredentialStoreTest extends CredentialStoreContract {
    @Override
    protected DataSource open() {
        return TestDatabase.postgresql();
    }
}
