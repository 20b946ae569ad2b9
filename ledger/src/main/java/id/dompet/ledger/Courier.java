package id.dompet.ledger;

import id.dompet.ledger.store.EventRow;
import id.dompet.ledger.store.PaymentRow;
import id.dompet.ledger.store.PaymentStore;
import id.dompet.ledger.store.RefundRow;
import id.dompet.ledger.store.RefundStore;
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
    private final RefundStore refundStore;
    private final Book book;
    private final RefundBook refundBook;
    private final Reversal reversal;
    private final DeadLinks deadLinks;
    private final LedgerHandler handler;
    private final RefundHandler refundHandler;
    private final TimeSource time;
    private final int batch;
    private final Duration lease;

    Courier(Parts parts, Book book, RefundBook refundBook, Reversal reversal, DeadLinks deadLinks) {
        this.store = parts.payments();
        this.refundStore = parts.refunds();
        this.book = book;
        this.refundBook = refundBook;
        this.reversal = reversal;
        this.deadLinks = deadLinks;
        this.handler = parts.handler();
        this.refundHandler = parts.refundHandler();
        this.time = parts.time();
        this.batch = parts.batch();
        this.lease = parts.deliveryLease();
    }

    /**
     * One round.
     *
     * @return how many events the handler took
     */
    int round() {
        long begin = time.nanoTime();
        int taken = 0;
        for (EventRow event : store.claimEvents(time.now(), batch, lease)) {
            if (time.nanoTime() - begin > lease.toNanos() / 2) {
                LOG.info("the handler is slow: other events wait until their lease is over");
                break;
            }
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
            tell(event, row.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return putOff(event, e);
        } catch (VirtualMachineError e) {
            boolean unused = putOff(event, e);
            throw e;
        } catch (Throwable e) {
            // Also errors: one event that always ends in one must not hold up all others.
            return putOff(event, e);
        }
        store.delivered(event);
        return true;
    }

    private void tell(EventRow event, PaymentRow payment) throws Exception {
        if (event.refund().isEmpty()) {
            LedgerEvent told = book.view(event, payment);
            deadLinks.endIfDead(payment, told.outcome());
            handler.handle(told);
            return;
        }
        RefundRow refund = refundStore.find(event.refund().get()).orElseThrow();
        if (event.state().equals(RefundState.REFUNDED.name())) {
            reversal.ifAllWentBack(payment.reference());
        }
        refundHandler.handle(refundBook.view(event, refund, book.payment(payment)));
    }

    private boolean putOff(EventRow event, Throwable e) {
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
