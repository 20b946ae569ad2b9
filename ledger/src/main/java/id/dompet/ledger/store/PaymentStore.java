package id.dompet.ledger.store;

import id.dompet.model.ProviderId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Payments, their events, and the notifications that were applied. Whatever a method writes it
 * writes at once, and durably when it returns; when it throws {@link StoreException}, nothing or
 * everything was written, and nobody knows which. Thread-safe, and shared by many processes.
 *
 * <p>Leases run by the store's own clock, which all processes share; other times are the caller's.
 * Neither clock is right for certain, and both may jump.
 */
public interface PaymentStore {

    /** What {@link #insert} found. */
    record Inserted(PaymentRow row, boolean isNew) {}

    /** What {@link #update} did. */
    enum Written {
        /** The row has the new version. */
        WRITTEN,
        /** Somebody else changed it before: read it again. */
        STALE,
        /** This notification was applied before; nothing was written. */
        DUPLICATE
    }

    /** The store's own clock. */
    Instant now();

    /** Writes a new payment down, or finds the one that has its reference. */
    Inserted insert(PaymentRow fresh);

    /** The payment of this reference. */
    Optional<PaymentRow> find(String reference);

    /**
     * Writes the next version of a payment, with its new events and the notification that caused
     * it, all or nothing. Ends a lease on it.
     *
     * @param next its version is one more than the version that it was made from
     * @param events in order; the store numbers them
     */
    Written update(PaymentRow next, List<EventRow> events, Optional<NotificationKey> cause);

    /** Remembers a notification that changes nothing; false if it was applied before. */
    boolean applied(NotificationKey notification);

    /**
     * Takes open payments whose question is due, longest due first, for one provider, so that no
     * provider starves another. Nobody else gets them until they are updated or the lease is over.
     */
    List<PaymentRow> claimDue(ProviderId provider, Instant now, int limit, Duration lease);

    /**
     * Takes events to be delivered: of each payment only the first that is not delivered yet.
     * Nobody else gets them, or later ones of their payments, until the lease is over.
     */
    List<EventRow> claimEvents(Instant now, int limit, Duration lease);

    /** The handler has it: never to be claimed again. */
    void delivered(EventRow event);

    /** The handler failed: to be claimed again from then on. */
    void failed(EventRow event, Instant nextAttemptAt);

    /** Counts and ages of what is open. */
    Backlog backlog();

    /**
     * Removes closed payments, with their refunds, that were last changed before; how many.
     * Payments with events to be delivered, or with a refund that is open or was changed later,
     * stay.
     */
    int purge(Instant changedBefore, int limit);

    /**
     * What is open.
     *
     * @param open payments that are asked about
     * @param oldestOpen when the oldest of them was sent
     * @param openRefunds refunds that are asked about
     * @param oldestOpenRefund when the oldest of them was sent
     * @param undelivered events that the handler has not had
     * @param oldestUndelivered when the oldest of them was written
     */
    record Backlog(
            long open,
            Optional<Instant> oldestOpen,
            long openRefunds,
            Optional<Instant> oldestOpenRefund,
            long undelivered,
            Optional<Instant> oldestUndelivered) {}
}
