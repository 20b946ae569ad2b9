package id.dompet.ledger.simulation;

import id.dompet.ledger.store.EventRow;
import id.dompet.ledger.store.PaymentStore.Written;
import id.dompet.ledger.store.RefundRow;
import id.dompet.ledger.store.RefundStore;
import id.dompet.model.ProviderId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Refunds that are right in everything that a wrong design does not override. */
class DelegatingRefundStore implements RefundStore {
    private final RefundStore honest;

    DelegatingRefundStore(RefundStore honest) {
        this.honest = honest;
    }

    @Override
    public Reserved reserve(RefundRow fresh) {
        return honest.reserve(fresh);
    }

    @Override
    public Optional<RefundRow> find(String reference) {
        return honest.find(reference);
    }

    @Override
    public List<RefundRow> of(String payment) {
        return honest.of(payment);
    }

    @Override
    public Written update(RefundRow next, List<EventRow> events) {
        return honest.update(next, events);
    }

    @Override
    public List<RefundRow> claimDue(ProviderId provider, Instant now, int limit, Duration lease) {
        return honest.claimDue(provider, now, limit, lease);
    }
}
