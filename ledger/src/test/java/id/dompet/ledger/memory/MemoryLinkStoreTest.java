package id.dompet.ledger.memory;

import id.dompet.ledger.LinkStoreContract;
import id.dompet.ledger.store.LinkStore;

class MemoryLinkStoreTest extends LinkStoreContract {
    @Override
    protected LinkStore open() {
        return new MemoryLinkStore();
    }
}
