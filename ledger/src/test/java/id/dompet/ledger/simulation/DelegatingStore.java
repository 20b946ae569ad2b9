package id.dompet.ledger.simulation;

import id.dompet.ledger.store.EventRow;
import id.dompet.ledger.store.NotificationKey;
import id.dompet.ledger.store.PaymentRow;
import id.dompet.ledger.store.PaymentStore;
import id.dompet.model.ProviderId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A store that is right in everything that a wrong design does not override. */
class DelegatingStore implements PaymentStore {
    private final PaymentStore honest;

    DelegatingStore(PaymentStore honest) {
        this.honest = honest;
    }

    @Override
    public Instant now() {
        return honest.now();
    }

    @Override
    public Inserted insert(PaymentRow fresh) {
        return honest.insert(fresh);
    }

    @Override
    public Optional<PaymentRow> find(String reference) {
        return honest.find(reference);
    }

    @Override
    public Written update(PaymentRow next, List<EventRow> events, Optional<NotificationKey> cause) {
        return honest.update(next, events, cause);
    }

    @Override
    public boolean applied(NotificationKey notification) {
        return honest.applied(notification);
    }

    @Override
    public List<PaymentRow> claimDue(ProviderId provider, Instant now, int limit, Duration lease) {
        return honest.claimDue(provider, now, limit, lease);
    }

    @Override
    public List<EventRow> claimEvents(Instant now, int limit, Duration lease) {
        return honest.claimEvents(now, limit, lease);
    }

    @Override
    public void delivered(EventRow event) {
        honest.delivered(event);
    }

    @Override
    public void failed(EventRow event, Instant nextAttemptAt) {
        honest.failed(event, nextAttemptAt);
    }

    @Override
    public Backlog backlog() {
        return honest.backlog();
    }

    @Override
    public int purge(Instant changedBefore, int limit) {
        return honest.purge(changedBefore, limit);
    }
}
