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

/** The shared refunds, through {@link Faults}. */
final class FaultyRefundStore implements RefundStore {
    private final RefundStore honest;
    private final Faults faults;

    FaultyRefundStore(RefundStore honest, Faults faults) {
        this.honest = honest;
        this.faults = faults;
    }

    @Override
    public Reserved reserve(RefundRow fresh) {
        return faults.step("reserve", () -> honest.reserve(fresh));
    }

    @Override
    public Optional<RefundRow> find(String reference) {
        return faults.step("find", () -> honest.find(reference));
    }

    @Override
    public List<RefundRow> of(String payment) {
        return faults.step("of", () -> honest.of(payment));
    }

    @Override
    public Written update(RefundRow next, List<EventRow> events) {
        return faults.step("update", () -> honest.update(next, events));
    }

    @Override
    public List<RefundRow> claimDue(ProviderId provider, Instant now, int limit, Duration lease) {
        return faults.step("claimDue", () -> honest.claimDue(provider, now, limit, lease));
    }
}
