package id.dompet.ledger.memory;

import id.dompet.ledger.RefundStoreContract;
import java.time.Instant;

class MemoryRefundStoreTest extends RefundStoreContract {

    @Override
    protected Stores open() {
        MemoryPaymentStore payments = new MemoryPaymentStore(Instant::now);
        return new Stores(payments, payments.refunds());
    }
}
