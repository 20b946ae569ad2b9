package id.dompet.ledger;

import id.dompet.Dompet;
import id.dompet.ledger.Journal.Source;
import id.dompet.ledger.store.PaymentRow;
import id.dompet.ledger.store.PaymentStore;
import id.dompet.ledger.store.RefundRow;
import id.dompet.ledger.store.RefundStore;
import id.dompet.ledger.store.RefundStore.Reserved;
import id.dompet.ledger.store.StoreException;
import id.dompet.model.Decline;
import id.dompet.model.DompetException;
import id.dompet.model.Payment;
import id.dompet.model.Refund;
import id.dompet.model.RefundOutcome;
import id.dompet.spi.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a refund down, then sends it, once, whoever else wants to; never more than was paid.
 * Thread-safe.
 */
final class Refunds {
    private static final Logger LOG = LoggerFactory.getLogger(Refunds.class);

    private final Dompet dompet;
    private final PaymentStore payments;
    private final RefundStore store;
    private final Book book;
    private final RefundBook refundBook;
    private final Journal paymentJournal;
    private final RefundJournal journal;
    private final Reversal reversal;
    private final TimeSource time;

    Refunds(
            Dompet dompet,
            PaymentStore payments,
            RefundStore store,
            Book book,
            RefundBook refundBook,
            Journal paymentJournal,
            RefundJournal journal,
            Reversal reversal,
            TimeSource time) {
        this.dompet = dompet;
        this.payments = payments;
        this.store = store;
        this.book = book;
        this.refundBook = refundBook;
        this.paymentJournal = paymentJournal;
        this.journal = journal;
        this.reversal = reversal;
        this.time = time;
    }

    LedgerRefund refund(Refund asked) {
        long begin = time.nanoTime();
        Instant now = time.now();
        try {
            PaymentRow paid = paymentOf(asked);
            Refund refund =
                    new Refund(
                            asked.reference(),
                            book.payment(paid),
                            asked.amount(),
                            asked.reason(),
                            asked.createdAt());
            Optional<RefundRow> known = store.find(refund.reference());
            RefundRow fresh =
                    refundBook.sending(
                            refund,
                            known,
                            now,
                            journal.first(paymentJournal.polling(paid.provider(), paid.wallet())));
            known.ifPresent(row -> RefundRefusals.another(refund, row, fresh));
            if (known.filter(row -> row.state() != RefundState.NOT_SENT).isPresent()) {
                return refundBook.view(known.get(), refund.payment());
            }
            RefundRefusals.unpaid(refund, paid);
            Reserved reserved = reserve(fresh);
            if (reserved instanceof Reserved.TooMuch tooMuch) {
                throw RefundRefusals.tooMuch(refund, tooMuch);
            }
            if (reserved instanceof Reserved.Known other) {
                // Somebody else is sending it at this moment.
                RefundRefusals.another(refund, other.row(), fresh);
                return refundBook.view(other.row(), refund.payment());
            }
            return send(fresh, refund, begin, now);
        } catch (StoreException e) {
            throw new DompetException.Unavailable(
                    asked.payment().provider(),
                    "refund %s could not be written down, so nothing was sent"
                            .formatted(asked.reference()),
                    e);
        }
    }

    /** Takes back what is there although the answer to its commit was lost, as Sender does. */
    private Reserved reserve(RefundRow fresh) {
        try {
            return store.reserve(fresh);
        } catch (StoreException e) {
            try {
                store.find(fresh.reference()).filter(fresh::isSame).ifPresent(journal::notSent);
            } catch (StoreException again) {
                // It counts as given back until a person closes it: see Alert.REFUND_NOT_FOUND.
                e.addSuppressed(again);
            }
            throw e;
        }
    }

    private PaymentRow paymentOf(Refund refund) {
        return RefundRefusals.unlessOfThisPayment(
                refund, payments.find(refund.payment().reference()));
    }

    private LedgerRefund send(RefundRow row, Refund refund, long begin, Instant from) {
        RefundOutcome outcome;
        try {
            if (journal.isTooLateToSend(time.nanoTime() - begin, from, time.now())) {
                throw RefundRefusals.tooLate(refund);
            }
            outcome = dompet.refund(refund);
        } catch (DompetException e) {
            recordNotSent(row);
            throw e;
        }
        try {
            return refundBook.view(
                    settled(journal.apply(row.reference(), outcome, Source.TOLD)),
                    refund.payment());
        } catch (RuntimeException e) {
            // Whatever it is: what the provider said must reach the caller.
            LOG.error(
                    "refund {}: the outcome {} could not be written down; the ledger will ask for"
                            + " it again",
                    row.reference(),
                    outcome.state(),
                    e);
            RefundDecision decision = journal.decideUnrecorded(row, outcome);
            return new LedgerRefund(
                    refund,
                    decision.state(),
                    decision.outcome(),
                    row.version(),
                    row.changedAt(),
                    false);
        }
    }

    private void recordNotSent(RefundRow row) {
        try {
            journal.notSent(row);
        } catch (RuntimeException e) {
            // The row still says SENDING, so it will be asked about, and a person will hear of it.
            LOG.error(
                    "refund {}: that nothing was sent could not be written down",
                    row.reference(),
                    e);
        }
    }

    private RefundRow settled(RefundRow row) {
        if (row.state() == RefundState.REFUNDED) {
            try {
                reversal.ifAllWentBack(row.payment());
            } catch (StoreException e) {
                LOG.warn(
                        "payment {} is looked at again before its refund {} is told: {}",
                        row.payment(),
                        row.reference(),
                        e.getMessage());
            }
        }
        return row;
    }

    /** The refund is of no use any more, says a person who has asked the provider. */
    LedgerRefund closeMissing(String reference) {
        RefundRow row = existing(reference);
        boolean missing =
                row.state().isOpen()
                        && refundBook
                                .outcome(row)
                                .filter(RefundOutcome.NotFound.class::isInstance)
                                .isPresent();
        if (!missing) {
            throw new IllegalStateException(
                    "refund %s is %s; only one that raised %s can be closed by hand"
                            .formatted(reference, row.state(), Alert.REFUND_NOT_FOUND));
        }
        Decline closed = Decline.of(Decline.Reason.NEVER_ARRIVED, "closed by hand as not found");
        return view(journal.apply(reference, new RefundOutcome.Declined(closed), Source.TOLD));
    }

    Optional<LedgerRefund> find(String reference) {
        return store.find(reference).map(this::view);
    }

    List<LedgerRefund> of(String payment) {
        return store.of(payment).stream().map(this::view).toList();
    }

    LedgerRefund refresh(String reference) {
        RefundRow row = existing(reference);
        return view(row.state().isOpen() ? ask(row) : row);
    }

    private RefundRow existing(String reference) {
        return store.find(reference)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "there is no refund " + reference + " in the ledger"));
    }

    private LedgerRefund view(RefundRow row) {
        return refundBook.view(row, paymentOf(row));
    }

    /** Asks about one refund now; the row as it stands then. */
    RefundRow ask(RefundRow row) {
        RefundOutcome outcome;
        try {
            outcome = dompet.refundStatus(refundBook.refund(row, paymentOf(row)));
        } catch (DompetException.RateLimited e) {
            return putOff(row, e, e.retryAfter().orElse(Duration.ZERO));
        } catch (DompetException e) {
            return putOff(row, e, Duration.ZERO);
        }
        return settled(journal.apply(row.reference(), outcome, Source.ASKED));
    }

    private Payment paymentOf(RefundRow row) {
        return book.payment(payments.find(row.payment()).orElseThrow());
    }

    private RefundRow putOff(RefundRow row, DompetException e, Duration atLeast) {
        LOG.warn("refund {} could not be asked about: {}", row.reference(), e.getMessage());
        journal.unanswered(row, atLeast);
        return store.find(row.reference()).orElse(row);
    }
}
