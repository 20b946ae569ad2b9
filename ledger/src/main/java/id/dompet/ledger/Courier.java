package id.dompet.ledger;

import id.dompet.ledger.store.EventRow;
import id.dompet.ledger.store.PaymentRow;
import id.dompet.ledger.store.PaymentStore;
import id.dompet.spi.TimeSource;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers events to the merchant's handler: at least once, those of one payment in order.
 * Thread-safe.
 */
final class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    private static final int MOST_DOUBLINGS = 20;

    private final PaymentStore store;
    private final Book book;
    private final LedgerHandler handler;
    private final TimeSource time;
    private final int batch;
    private final Duration lease;

    Courier(
            PaymentStore store,
            Book book,
            LedgerHandler handler,
            TimeSource time,
            int batch,
            Duration lease) {
        this.store = store;
        this.book = book;
        this.handler = handler;
        this.time = time;
        this.batch = batch;
        this.lease = lease;
    }

    /**
     * One round.
     *
     * @return how many events the handler took
     */
    int round() {
        int taken = 0;
        for (EventRow event : store.claimEvents(time.now(), batch, lease)) {
            if (deliver(event)) {
                taken++;
            }
        }
        return taken;
    }

    private boolean deliver(EventRow event) {
        Optional<PaymentRow> row = store.find(event.reference());
        if (row.isEmpty()) {
            throw new IllegalStateException(
                    "event " + event.number() + " of " + event.reference() + " has no payment");
        }
        try {
            handler.handle(book.view(event, row.get()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return putOff(event, e);
        } catch (Exception e) {
            return putOff(event, e);
        }
        store.delivered(event);
        return true;
    }

    private boolean putOff(EventRow event, Exception e) {
        LOG.error(
                "the handler failed on event {} of payment {}; it gets it again",
                event.number(),
                event.reference(),
                e);
        store.failed(event, time.now().plus(wait(event.attempts())));
        return false;
    }

    private static Duration wait(int failuresBefore) {
        Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(failuresBefore, MOST_DOUBLINGS));
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }
}
