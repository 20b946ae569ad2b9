package id.dompet.ledger.memory;

import id.dompet.ledger.PaymentStoreContract;
import id.dompet.ledger.store.PaymentStore;

class MemoryPaymentStoreTest extends PaymentStoreContract {

    @Override
    protected PaymentStore open() {
        return new MemoryPaymentStore(java.time.Instant::now);
    }
}
