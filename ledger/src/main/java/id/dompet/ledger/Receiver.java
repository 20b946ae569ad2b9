package id.dompet.ledger;

import id.dompet.Dompet;
import id.dompet.http.HttpResponse;
import id.dompet.http.InboundRequest;
import id.dompet.ledger.Journal.Source;
import id.dompet.ledger.store.NotificationKey;
import id.dompet.ledger.store.PaymentRow;
import id.dompet.ledger.store.PaymentStore;
import id.dompet.ledger.store.StoreException;
import id.dompet.model.DompetException;
import id.dompet.model.Notification;
import id.dompet.model.Notification.Event;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.ProviderId;
import id.dompet.model.UnknownCause;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies each notification once, together with what it changes, and acknowledges it only then.
 * Thread-safe.
 */
final class Receiver {
    private static final Logger LOG = LoggerFactory.getLogger(Receiver.class);

    private final Dompet dompet;
    private final PaymentStore store;
    private final Book book;
    private final Journal journal;
    private final Links links;

    Receiver(Dompet dompet, PaymentStore store, Book book, Journal journal, Links links) {
        this.dompet = dompet;
        this.store = store;
        this.book = book;
        this.journal = journal;
        this.links = links;
    }

    HttpResponse receive(ProviderId provider, InboundRequest inbound) {
        Notification notification = dompet.read(provider, inbound);
        if (notification instanceof Notification.Handshake handshake) {
            return handshake.reply();
        }
        if (notification instanceof Notification.Rejected rejected) {
            LOG.warn("{}: notification rejected: {}", provider, rejected.why());
            return rejected.reply();
        }
        Notification.Verified verified = (Notification.Verified) notification;
        try {
            return isSafe(verified.event()) ? verified.accept() : verified.retryLater();
        } catch (StoreException | DompetException e) {
            LOG.error(
                    "{}: event {} is not acknowledged: {}",
                    provider,
                    verified.event().id(),
                    e.getMessage());
            return verified.retryLater();
        }
    }

    /** Applies an event; whether it may be acknowledged. */
    private boolean isSafe(Event event) {
        if (event instanceof Event.PaymentReported reported) {
            return payment(reported);
        }
        if (event instanceof Event.BindFinished finished) {
            return links.finished(finished);
        }
        LOG.info("notification of a kind that is new to us: {}", event);
        return true;
    }

    private boolean payment(Event.PaymentReported reported) {
        Optional<PaymentRow> row = store.find(reported.paymentReference());
        if (row.isEmpty()) {
            LOG.warn(
                    "{}: a notification about payment {}, which is not in the ledger (yet)",
                    reported.provider(),
                    reported.paymentReference());
            return false;
        }
        if (!row.get().provider().equals(reported.provider())) {
            LOG.error(
                    "{}: a notification about payment {}, which went to {}",
                    reported.provider(),
                    reported.paymentReference(),
                    row.get().provider());
            return false;
        }
        PaymentOutcome outcome = dompet.confirm(book.payment(row.get()), reported);
        boolean counts = !isPromiseUnkept(reported.reported(), outcome);
        PaymentRow unused =
                journal.apply(
                        row.get(),
                        outcome,
                        Source.TOLD,
                        counts
                                ? Optional.of(
                                        new NotificationKey(reported.provider(), reported.id()))
                                : Optional.empty());
        return counts;
    }

    /**
     * An end that was promised and that the provider does not confirm yet is wanted again. A
     * difference in the amount does not go away by waiting.
     */
    private static boolean isPromiseUnkept(PaymentOutcome promised, PaymentOutcome confirmed) {
        boolean differs =
                confirmed instanceof PaymentOutcome.Unknown unknown
                        && unknown.cause() == UnknownCause.AMOUNT_DIFFERS;
        return promised.isFinal() && !confirmed.isFinal() && !differs;
    }
}
