package id.dompet.ledger;

import id.dompet.Dompet;
import id.dompet.ledger.Journal.Source;
import id.dompet.ledger.store.PaymentRow;
import id.dompet.ledger.store.PaymentStore;
import id.dompet.ledger.store.PaymentStore.Written;
import id.dompet.ledger.store.StoreException;
import id.dompet.model.DompetException;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOption;
import id.dompet.model.PaymentOutcome;
import id.dompet.spi.TimeSource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a payment down, then sends it, once, whoever else wants to. Thread-safe. */
final class Sender {
    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    private final Dompet dompet;
    private final PaymentStore store;
    private final DeadLinks deadLinks;
    private final Book book;
    private final Journal journal;
    private final Transitions transitions;
    private final Pace pace;
    private final TimeSource time;

    Sender(
            Dompet dompet,
            PaymentStore store,
            DeadLinks deadLinks,
            Book book,
            Journal journal,
            Transitions transitions,
            Pace pace,
            TimeSource time) {
        this.dompet = dompet;
        this.store = store;
        this.deadLinks = deadLinks;
        this.book = book;
        this.journal = journal;
        this.transitions = transitions;
        this.pace = pace;
        this.time = time;
    }

    LedgerPayment pay(Payment payment, List<? extends PaymentOption> options) {
        long begin = time.nanoTime();
        Instant now = time.now();
        PaymentRow fresh =
                book.sending(
                        payment,
                        now,
                        pace.first(
                                journal.polling(payment.provider(), payment.wallet()),
                                PaymentState.SENDING));
        if (stored(payment, () -> deadLinks.hasEnded(payment))) {
            return asItStands(payment, fresh);
        }
        PaymentStore.Inserted inserted =
                stored(payment, () -> orTakenBack(fresh, () -> store.insert(fresh)));
        if (inserted.isNew()) {
            return send(fresh, payment, options, begin, now);
        }
        PaymentRow known = inserted.row();
        refuseAnother(payment, known, fresh);
        if (known.state() != PaymentState.NOT_SENT) {
            return book.view(known);
        }
        PaymentRow again = book.again(known, fresh);
        Written claimed =
                stored(
                        payment,
                        () ->
                                orTakenBack(
                                        again,
                                        () -> store.update(again, List.of(), Optional.empty())));
        if (claimed == Written.WRITTEN) {
            return send(again, payment, options, begin, now);
        }
        // Somebody else is sending it at this moment.
        return book.view(store.find(payment.reference()).orElse(known));
    }

    /** Nothing is sent through a dead link; what was sent through it before is told. */
    private LedgerPayment asItStands(Payment payment, PaymentRow fresh) {
        PaymentRow known =
                stored(payment, () -> store.find(payment.reference()))
                        .filter(row -> row.state() != PaymentState.NOT_SENT)
                        .orElseThrow(() -> DeadLinks.refusal(payment));
        refuseAnother(payment, known, fresh);
        return book.view(known);
    }

    /**
     * The answer to a commit can be lost, and then the row is there, saying SENDING, though nothing
     * is going to be sent. It is told by its encrypted content, which is never the same twice.
     */
    private <T> T orTakenBack(PaymentRow row, Supplier<T> write) {
        try {
            return write.get();
        } catch (StoreException e) {
            try {
                store.find(row.reference()).filter(row::isSame).ifPresent(journal::notSent);
            } catch (StoreException again) {
                // It is asked about if it is there, and found to be missing.
                e.addSuppressed(again);
            }
            throw e;
        }
    }

    private static <T> T stored(Payment payment, Supplier<T> work) {
        try {
            return work.get();
        } catch (StoreException e) {
            throw new DompetException.Unavailable(
                    payment.provider(),
                    "payment %s could not be written down, so nothing was sent"
                            .formatted(payment.reference()),
                    e);
        }
    }

    private static void refuseAnother(Payment payment, PaymentRow known, PaymentRow fresh) {
        if (!known.fingerprint().equals(fresh.fingerprint())) {
            throw new DompetException.InvalidRequest(
                    payment.provider(),
                    ("there is another payment with the reference %s in the ledger, made at %s for"
                                    + " %s; nothing was sent. References are unique for ever: give"
                                    + " this payment its own")
                            .formatted(known.reference(), known.createdAt(), known.amount()));
        }
    }

    private LedgerPayment send(
            PaymentRow row,
            Payment payment,
            List<? extends PaymentOption> options,
            long begin,
            Instant from) {
        PaymentOutcome outcome;
        try {
            refuseLate(payment, begin, from);
            outcome = dompet.pay(payment, options);
        } catch (DompetException e) {
            recordNotSent(row);
            throw e;
        }
        try {
            return book.view(payment, journal.apply(row, outcome, Source.TOLD, Optional.empty()));
        } catch (RuntimeException e) {
            // Whatever it is: what the provider said must reach the caller.
            LOG.error(
                    "payment {}: the outcome {} could not be written down; the ledger will ask for"
                            + " it again",
                    payment.reference(),
                    outcome.state(),
                    e);
            return unrecorded(row, payment, outcome);
        }
    }

    private void refuseLate(Payment payment, long begin, Instant from) {
        if (pace.isTooLateToSend(time.nanoTime() - begin, from, time.now())) {
            throw new DompetException.Unavailable(
                    payment.provider(),
                    "payment %s was not sent: writing it down took too long; pay it again"
                            .formatted(payment.reference()),
                    null);
        }
    }

    private void recordNotSent(PaymentRow row) {
        try {
            journal.notSent(row);
        } catch (RuntimeException e) {
            // The row still says SENDING, so it will be asked about, and found to be missing.
            LOG.error(
                    "payment {}: that nothing was sent could not be written down",
                    row.reference(),
                    e);
        }
    }

    private LedgerPayment unrecorded(PaymentRow row, Payment payment, PaymentOutcome outcome) {
        Decision decision = transitions.on(row.state(), Optional.empty(), Misses.NONE, outcome);
        return new LedgerPayment(
                payment,
                decision.state(),
                decision.outcome(),
                row.version(),
                row.changedAt(),
                false);
    }
}
