package id.dompet.ledger.store;

import id.dompet.ledger.store.PaymentStore.Written;
import id.dompet.model.Money;
import id.dompet.model.ProviderId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Refunds of the payments in a {@link PaymentStore}, whose promises hold. Their events stand in the
 * payments' order and are claimed there.
 */
public interface RefundStore {

    /** What {@link #reserve} did. */
    sealed interface Reserved {

        /** It is written down, and may be sent by whoever wrote it. */
        record Written(RefundRow row) implements Reserved {}

        /** A refund of this reference was there; nothing was written. */
        record Known(RefundRow row) implements Reserved {}

        /**
         * More than can still go back; nothing was written.
         *
         * @param left of the payment, after what has gone back and what may have
         */
        record TooMuch(Money left) implements Reserved {}
    }

    /**
     * Writes a refund down that is about to be sent, if its payment has so much left: a new one
     * with version 1, or the next version of one that was not sent. Of several at once that
     * together are too much, the first ones get it.
     *
     * @param fresh its payment is in the store
     */
    Reserved reserve(RefundRow fresh);

    /** The refund of this reference. */
    Optional<RefundRow> find(String reference);

    /** The refunds of a payment, oldest first. */
    List<RefundRow> of(String payment);

    /**
     * Writes the next version of a refund with its new events, all or nothing. Ends a lease on it.
     *
     * @param next its version is one more than the version that it was made from
     * @param events in order; the store numbers them behind the payment's
     */
    Written update(RefundRow next, List<EventRow> events);

    /** Takes open refunds whose question is due, as {@link PaymentStore#claimDue} does. */
    List<RefundRow> claimDue(ProviderId provider, Instant now, int limit, Duration lease);
}
