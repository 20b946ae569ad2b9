package id.dompet.ledger;

import id.dompet.ledger.store.LinkStore;
import id.dompet.ledger.store.PaymentRow;
import id.dompet.ledger.store.StoreException;
import id.dompet.model.Decline;
import id.dompet.model.DompetException;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.spi.TimeSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A link through which the provider declined a payment because it is invalid has ended, and nothing
 * is sent through it any more. Ended when that is heard, and once more before the merchant hears of
 * it, in case the process died between the two. Thread-safe.
 */
final class DeadLinks {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLinks.class);

    private final LinkStore store;
    private final Book book;
    private final TimeSource time;

    DeadLinks(LinkStore store, Book book, TimeSource time) {
        this.store = store;
        this.book = book;
        this.time = time;
    }

    /** Ends the payment's link if this outcome says that it is dead; the database may fail. */
    void endIfDead(PaymentRow row, Optional<PaymentOutcome> outcome) {
        if (outcome.filter(DeadLinks::saysDead).isPresent()) {
            book.payment(row).binding().ifPresent(link -> store.ended(link.id(), time.now()));
        }
    }

    /** The same for whoever has something better to do than to fail. */
    void endIfDeadAndPossible(PaymentRow row, Optional<PaymentOutcome> outcome) {
        try {
            endIfDead(row, outcome);
        } catch (StoreException e) {
            LOG.warn(
                    "the link of payment {} is ended before its decline is told: {}",
                    row.reference(),
                    e.getMessage());
        }
    }

    private static boolean saysDead(PaymentOutcome outcome) {
        return outcome instanceof PaymentOutcome.Declined declined
                && declined.decline().reason() == Decline.Reason.BINDING_INVALID;
    }

    /** Whether the payment's link is in the ledger and has ended. */
    boolean hasEnded(Payment payment) {
        return payment.binding().filter(link -> store.hasEnded(link.id())).isPresent();
    }

    /** What to throw instead of sending it. */
    static DompetException.BindingUnusable refusal(Payment payment) {
        return new DompetException.BindingUnusable(
                payment.provider(),
                "",
                "the link that payment %s goes through has ended, so nothing was sent; let the"
                                .formatted(payment.reference())
                        + " customer link the wallet again and pay through the new link");
    }
}
