package id.dompet.ledger.jdbc;

import id.dompet.ledger.Durability;
import id.dompet.ledger.LinkStoreContract;
import id.dompet.ledger.PaymentStoreContract;
import id.dompet.ledger.RefundStoreContract;
import id.dompet.ledger.store.LinkStore;
import id.dompet.ledger.store.PaymentStore;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;

/**
 * What the ledger promises does not depend on how the merchant's pool is set. The same on every
 * database.
 */
abstract class OddPoolContract {

    abstract DataSource source();

    private Database database() {
        Database database = Durable.open(OddPool.of(source()), Durability.PROCESS_DEATH);
        Schema.apply(database);
        return database;
    }

    @Nested
    class Payments extends PaymentStoreContract {
        @Override
        protected PaymentStore open() {
            return new JdbcPaymentStore(database());
        }
    }

    @Nested
    class Refunds extends RefundStoreContract {
        @Override
        protected Stores open() {
            Database database = database();
            return new Stores(new JdbcPaymentStore(database), new JdbcRefundStore(database));
        }
    }

    @Nested
    class Links extends LinkStoreContract {
        @Override
        protected LinkStore open() {
            return new JdbcLinkStore(database());
        }
    }
}
