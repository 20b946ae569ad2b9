package id.dompet.ledger;

import id.dompet.ledger.store.EventRow;
import id.dompet.ledger.store.PaymentStore.Written;
import id.dompet.ledger.store.RefundRow;
import id.dompet.ledger.store.RefundStore;
import id.dompet.model.RefundOutcome;
import id.dompet.spi.StatusPolling;
import id.dompet.spi.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Applies what was heard about refunds, as {@link Journal} does for payments. Thread-safe. */
final class RefundJournal {
    private static final Logger LOG = LoggerFactory.getLogger(RefundJournal.class);

    private final RefundStore store;
    private final RefundBook book;
    private final Journal payments;
    private final RefundTransitions transitions;
    private final Pace pace;
    private final TimeSource time;

    RefundJournal(
            RefundStore store,
            RefundBook book,
            Journal payments,
            RefundTransitions transitions,
            Pace pace,
            TimeSource time) {
        this.store = store;
        this.book = book;
        this.payments = payments;
        this.transitions = transitions;
        this.pace = pace;
        this.time = time;
    }

    /** From writing a refund down to the first question about it. */
    Duration first(StatusPolling polling) {
        return pace.first(polling, PaymentState.SENDING);
    }

    /** Whether writing it down took too long; see {@link Pace#isTooLateToSend}. */
    boolean isTooLateToSend(long nanos, Instant from, Instant to) {
        return pace.isTooLateToSend(nanos, from, to);
    }

    /** What the answer to a refund does, which is not in the journal. */
    RefundDecision decideUnrecorded(RefundRow row, RefundOutcome heard) {
        return transitions.on(row.state(), book.outcome(row), Misses.NONE, false, heard);
    }

    private RefundDecision decide(RefundRow row, RefundOutcome heard, Instant now) {
        Duration arrives = polling(row).notFoundIsFinalAfter();
        Misses misses =
                new Misses(
                        row.missingSince(),
                        heard instanceof RefundOutcome.NotFound
                                ? payments.storeTime()
                                : Instant.MIN,
                        arrives);
        boolean late = !now.isBefore(row.sentAt().plus(arrives));
        return transitions.on(row.state(), book.outcome(row), misses, late, heard);
    }

    /**
     * Applies an outcome.
     *
     * @return the refund as it stands then
     */
    RefundRow apply(String reference, RefundOutcome heard, Journal.Source source) {
        for (int i = 0; i < Journal.TRIES; i++) {
            RefundRow row =
                    store.find(reference)
                            .orElseThrow(
                                    () ->
                                            new IllegalStateException(
                                                    "refund " + reference + " is gone"));
            Instant now = time.now();
            RefundDecision decision = decide(row, heard, now);
            RefundRow next = next(row, decision, source, now);
            if (store.update(next, events(row, next, decision, now)) == Written.WRITTEN) {
                log(row, next, decision);
                return next;
            }
            LOG.debug("refund {} changed meanwhile; once more", reference);
        }
        throw new IllegalStateException(
                "refund %s was changed by others %d times in a row"
                        .formatted(reference, Journal.TRIES));
    }

    private RefundRow next(
            RefundRow row, RefundDecision decision, Journal.Source source, Instant now) {
        StatusPolling polling = polling(row);
        boolean asked = source == Journal.Source.ASKED;
        int questions = asked ? row.questions() + 1 : row.questions();
        Instant due =
                asked
                        ? now.plus(pace.next(polling, questions))
                        : row.sentAt().plus(pace.first(polling, PaymentState.UNKNOWN));
        return book.next(row, decision, now, Optional.of(due), questions);
    }

    private StatusPolling polling(RefundRow row) {
        return payments.polling(row.provider(), row.wallet());
    }

    private List<EventRow> events(
            RefundRow row, RefundRow next, RefundDecision decision, Instant now) {
        List<EventRow> events = new ArrayList<>();
        if (next.state() != row.state()) {
            events.add(book.event(next, Optional.empty()));
        }
        decision.alert().ifPresent(alert -> events.add(book.event(next, Optional.of(alert))));
        if (next.state().isOpen() && Journal.isOpenTooLong(row.sentAt(), row.changedAt(), now)) {
            events.add(book.event(next, Optional.of(Alert.OPEN_TOO_LONG)));
        }
        return events;
    }

    private static void log(RefundRow row, RefundRow next, RefundDecision decision) {
        if (decision.alert().isPresent()) {
            LOG.error(
                    "refund {} of payment {} at {} needs a person: {} (it was {}, it is {})",
                    row.reference(),
                    row.payment(),
                    row.provider(),
                    decision.alert().get(),
                    row.state(),
                    next.state());
        } else if (next.state() != row.state()) {
            LOG.info(
                    "refund {} of payment {} at {}: {} -> {}",
                    row.reference(),
                    row.payment(),
                    row.provider(),
                    row.state(),
                    next.state());
        }
    }

    /** Nothing left this machine: it may be sent again. */
    void notSent(RefundRow sending) {
        RefundDecision nothing =
                new RefundDecision(
                        RefundState.NOT_SENT, Optional.empty(), Optional.empty(), Optional.empty());
        RefundRow next = book.next(sending, nothing, time.now(), Optional.empty(), 0);
        Written written = store.update(next, List.of(book.event(next, Optional.empty())));
        if (written != Written.WRITTEN) {
            LOG.warn("refund {} was changed while it was not sent", sending.reference());
        }
    }

    /** The question could not be answered now. */
    void unanswered(RefundRow row, Duration atLeast) {
        Instant now = time.now();
        int questions = row.questions() + 1;
        Duration wait = pace.next(polling(row), questions);
        RefundDecision same =
                new RefundDecision(
                        row.state() == RefundState.SENDING ? RefundState.UNKNOWN : row.state(),
                        book.outcome(row),
                        Optional.empty(),
                        row.missingSince());
        RefundRow next =
                book.next(
                        row,
                        same,
                        now,
                        Optional.of(now.plus(wait.compareTo(atLeast) > 0 ? wait : atLeast)),
                        questions);
        Written unused = store.update(next, events(row, next, same, now));
    }
}
