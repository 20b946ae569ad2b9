package id.dompet.ledger.jdbc;

import id.dompet.ledger.Durability;
import id.dompet.ledger.PaymentStoreContract;
import id.dompet.ledger.RefundStoreContract;
import id.dompet.ledger.store.PaymentStore;
import org.junit.jupiter.api.Nested;

/** What the ledger promises does not depend on how the merchant's pool is set. */
class PostgreSqlOddPoolTest {
    private static Database database() {
        Database database =
                Durable.open(OddPool.of(TestDatabase.postgresql()), Durability.PROCESS_DEATH);
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
}
