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

/** The shared payments, through {@link Faults}. */
final class FaultyStore implements PaymentStore {
    private final PaymentStore honest;
    private final Faults faults;

    FaultyStore(PaymentStore honest, Faults faults) {
        this.honest = honest;
        this.faults = faults;
    }

    @Override
    public Instant now() {
        return faults.step("now", honest::now);
    }

    @Override
    public Inserted insert(PaymentRow fresh) {
        return faults.step("insert", () -> honest.insert(fresh));
    }

    @Override
    public Optional<PaymentRow> find(String reference) {
        return faults.step("find", () -> honest.find(reference));
    }

    @Override
    public Written update(PaymentRow next, List<EventRow> events, Optional<NotificationKey> cause) {
        return faults.step("update", () -> honest.update(next, events, cause));
    }

    @Override
    public boolean applied(NotificationKey notification) {
        return faults.step("applied", () -> honest.applied(notification));
    }

    @Override
    public List<PaymentRow> claimDue(ProviderId provider, Instant now, int limit, Duration lease) {
        return faults.step("claimDue", () -> honest.claimDue(provider, now, limit, lease));
    }

    @Override
    public List<EventRow> claimEvents(Instant now, int limit, Duration lease) {
        return faults.step("claimEvents", () -> honest.claimEvents(now, limit, lease));
    }

    @Override
    public void delivered(EventRow event) {
        Object unused =
                faults.step(
                        "delivered",
                        () -> {
                            honest.delivered(event);
                            return event;
                        });
    }

    @Override
    public void failed(EventRow event, Instant nextAttemptAt) {
        Object unused =
                faults.step(
                        "failed",
                        () -> {
                            honest.failed(event, nextAttemptAt);
                            return event;
                        });
    }

    @Override
    public Backlog backlog() {
        return faults.step("backlog", honest::backlog);
    }

    @Override
    public int purge(Instant changedBefore, int limit) {
        return faults.step("purge", () -> honest.purge(changedBefore, limit));
    }
}
