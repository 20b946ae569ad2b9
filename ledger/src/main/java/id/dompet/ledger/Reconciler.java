package id.dompet.ledger;

import id.dompet.Dompet;
import id.dompet.ledger.Journal.Source;
import id.dompet.ledger.store.PaymentRow;
import id.dompet.ledger.store.PaymentStore;
import id.dompet.ledger.store.RefundRow;
import id.dompet.ledger.store.RefundStore;
import id.dompet.ledger.store.StoreException;
import id.dompet.model.DompetException;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.ProviderId;
import id.dompet.spi.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks what became of payments and refunds that are open, when it is time to. Any number of
 * instances do so beside each other: a lease keeps each with one of them. Thread-safe.
 */
final class Reconciler {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);

    private final Dompet dompet;
    private final PaymentStore store;
    private final RefundStore refundStore;
    private final Refunds refunds;
    private final Book book;
    private final Journal journal;
    private final TimeSource time;
    private final int batch;
    private final Duration lease;

    Reconciler(
            Dompet dompet,
            PaymentStore store,
            RefundStore refundStore,
            Refunds refunds,
            Book book,
            Journal journal,
            TimeSource time,
            int batch,
            Duration lease) {
        this.dompet = dompet;
        this.store = store;
        this.refundStore = refundStore;
        this.refunds = refunds;
        this.book = book;
        this.journal = journal;
        this.time = time;
        this.batch = batch;
        this.lease = lease;
    }

    /** Whom open payments can be asked of. */
    Set<ProviderId> providers() {
        return journal.providers();
    }

    /**
     * One round with every provider.
     *
     * @return how many payments and refunds were asked about
     */
    int round() {
        return providers().stream().mapToInt(this::round).sum();
    }

    /** One round with one provider: a bounded batch. */
    int round(ProviderId provider) {
        return each(
                        () -> store.claimDue(provider, time.now(), batch, lease),
                        PaymentRow::reference,
                        this::ask)
                + each(
                        () -> refundStore.claimDue(provider, time.now(), batch, lease),
                        RefundRow::reference,
                        refunds::ask);
    }

    /**
     * Asks about each, one failing or not. What is left when half of the lease is over is left to
     * whoever takes it when the lease is: two must not ask about the same at once.
     */
    private <T> int each(
            Supplier<List<T>> claim, Function<T, String> reference, Function<T, ?> question) {
        long begin = time.nanoTime();
        List<T> claimed = claim.get();
        int asked = 0;
        for (T row : claimed) {
            if (time.nanoTime() - begin > lease.toNanos() / 2) {
                LOG.info("answers are slow: {} questions are put off", claimed.size() - asked);
                break;
            }
            try {
                Object unused = question.apply(row);
            } catch (StoreException e) {
                throw e;
            } catch (RuntimeException e) {
                // Of this one only, e.g. the key that it is encrypted with is not configured.
                LOG.error("{} cannot be asked about", reference.apply(row), e);
            }
            asked++;
        }
        return asked;
    }

    /** Asks about this payment now if it is open; the row as it stands then. */
    PaymentRow refresh(String reference) {
        PaymentRow row =
                store.find(reference)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "there is no payment %s in the ledger"
                                                        .formatted(reference)));
        return row.state().isOpen() ? ask(row) : row;
    }

    private PaymentRow ask(PaymentRow row) {
        PaymentOutcome outcome;
        try {
            outcome = dompet.status(book.payment(row));
        } catch (DompetException.RateLimited e) {
            return putOff(row, e, e.retryAfter().orElse(Duration.ZERO));
        } catch (DompetException e) {
            return putOff(row, e, Duration.ZERO);
        }
        return journal.apply(row, outcome, Source.ASKED, Optional.empty());
    }

    private PaymentRow putOff(PaymentRow row, DompetException e, Duration atLeast) {
        LOG.warn("payment {} could not be asked about: {}", row.reference(), e.getMessage());
        journal.unanswered(row, atLeast);
        return store.find(row.reference()).orElse(row);
    }
}
