package id.dompet.ledger;

import id.dompet.Dompet;
import id.dompet.ledger.store.EventRow;
import id.dompet.ledger.store.NotificationKey;
import id.dompet.ledger.store.PaymentRow;
import id.dompet.ledger.store.PaymentStore;
import id.dompet.ledger.store.PaymentStore.Written;
import id.dompet.model.Decline;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.ProviderId;
import id.dompet.model.Wallet;
import id.dompet.spi.ProviderProfile;
import id.dompet.spi.StatusPolling;
import id.dompet.spi.TimeSource;
import id.dompet.spi.WalletSupport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies what was heard to what is written down, whoever heard it: decides, writes the next
 * version if nobody was faster, and reads it and begins anew if somebody was. Thread-safe.
 */
final class Journal {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    static final int TRIES = 100;

    /** Open this long, a payment needs a person. */
    private static final Duration A_WEEK = Duration.ofDays(7);

    /** For a wallet that the provider has ceased to offer, with payments still open. */
    private static final StatusPolling CAREFUL =
            new StatusPolling(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(1));

    /** Where an outcome comes from. */
    enum Source {
        /** The answer to the charge, or a notification. */
        TOLD,
        /** The answer to a question. */
        ASKED
    }

    private final Dompet dompet;
    private final PaymentStore store;
    private final Book book;
    private final Transitions transitions;
    private final DeadLinks deadLinks;
    private final Pace pace;
    private final TimeSource time;

    Journal(
            Dompet dompet,
            PaymentStore store,
            Book book,
            Transitions transitions,
            DeadLinks deadLinks,
            Pace pace,
            TimeSource time) {
        this.dompet = dompet;
        this.store = store;
        this.book = book;
        this.transitions = transitions;
        this.deadLinks = deadLinks;
        this.pace = pace;
        this.time = time;
    }

    /** How often, and when first, the provider may be asked about a payment. */
    StatusPolling polling(ProviderId provider, Wallet wallet) {
        return Optional.ofNullable(dompet.providers().get(provider))
                .flatMap((ProviderProfile profile) -> profile.support(wallet))
                .map(WalletSupport::statusPolling)
                .orElse(CAREFUL);
    }

    /**
     * Applies an outcome.
     *
     * @param known the payment as the caller knows it, perhaps not as it stands any more: only rows
     *     of that version are changed, and left as they are only rows that were read here
     * @param cause the notification that told of it, to be applied once
     * @return the payment as it stands then
     */
    PaymentRow apply(
            PaymentRow known,
            PaymentOutcome heard,
            Source source,
            Optional<NotificationKey> cause) {
        String reference = known.reference();
        PaymentRow row = known;
        boolean isRead = false;
        for (int i = 0; i < TRIES; i++) {
            Instant now = time.now();
            Decision decision =
                    transitions.on(row.state(), book.outcome(row), misses(row, heard), heard);
            if (source == Source.TOLD && changesNothing(row, decision)) {
                if (!isRead) {
                    row = current(reference);
                    isRead = true;
                    continue;
                }
                cause.ifPresent(store::applied);
                return row;
            }
            PaymentRow next = next(row, decision, source, now);
            switch (store.update(next, events(row, next, decision, now), cause)) {
                case WRITTEN -> {
                    log(row, next, decision);
                    if (next.state() != row.state()) {
                        deadLinks.endIfDeadAndPossible(next, decision.outcome());
                    }
                    return next;
                }
                case DUPLICATE -> {
                    return isRead ? row : current(reference);
                }
                case STALE -> {
                    LOG.debug("payment {} changed meanwhile; once more", reference);
                    row = current(reference);
                    isRead = true;
                }
            }
        }
        throw new IllegalStateException(
                "payment " + reference + " was changed by others " + TRIES + " times in a row");
    }

    private PaymentRow current(String reference) {
        return store.find(reference)
                .orElseThrow(() -> new IllegalStateException("payment " + reference + " is gone"));
    }

    private Misses misses(PaymentRow row, PaymentOutcome heard) {
        return isMissing(heard)
                ? new Misses(
                        row.missingSince(),
                        store.now(),
                        polling(row.provider(), row.wallet()).notFoundIsFinalAfter())
                : Misses.NONE;
    }

    private static boolean isMissing(PaymentOutcome heard) {
        return heard instanceof PaymentOutcome.Declined declined
                && declined.decline().reason() == Decline.Reason.NEVER_ARRIVED;
    }

    private static boolean changesNothing(PaymentRow row, Decision decision) {
        return decision.state() == row.state()
                && decision.alert().isEmpty()
                && decision.missingSince().isEmpty()
                && decision.state() != PaymentState.AWAITING_CUSTOMER;
    }

    private PaymentRow next(PaymentRow row, Decision decision, Source source, Instant now) {
        StatusPolling polling = polling(row.provider(), row.wallet());
        int questions = source == Source.ASKED ? row.questions() + 1 : row.questions();
        Instant due =
                source == Source.ASKED
                        ? now.plus(pace.next(polling, questions))
                        : row.sentAt().plus(pace.first(polling, decision.state()));
        return book.next(row, decision, now, Optional.of(due), questions);
    }

    private List<EventRow> events(PaymentRow row, PaymentRow next, Decision decision, Instant now) {
        List<EventRow> events = new ArrayList<>();
        if (next.state() != row.state()) {
            events.add(book.event(next, Optional.empty()));
        }
        decision.alert().ifPresent(alert -> events.add(book.event(next, Optional.of(alert))));
        if (next.state().isOpen() && isOpenTooLong(row.sentAt(), row.changedAt(), now)) {
            events.add(book.event(next, Optional.of(Alert.OPEN_TOO_LONG)));
        }
        return events;
    }

    /** Whether it is a week since the sending now, and was not yet at the last change. */
    static boolean isOpenTooLong(Instant sentAt, Instant changedAt, Instant now) {
        Instant line = sentAt.plus(A_WEEK);
        return changedAt.isBefore(line) && !now.isBefore(line);
    }

    private static void log(PaymentRow row, PaymentRow next, Decision decision) {
        if (decision.alert().isPresent()) {
            LOG.error(
                    "payment {} at {} needs a person: {} (it was {}, it is {})",
                    row.reference(),
                    row.provider(),
                    decision.alert().get(),
                    row.state(),
                    next.state());
        } else if (next.state() != row.state()) {
            LOG.info(
                    "payment {} at {}: {} -> {}",
                    row.reference(),
                    row.provider(),
                    row.state(),
                    next.state());
        }
    }

    /** Nothing left this machine: it may be paid again. */
    void notSent(PaymentRow sending) {
        Instant now = time.now();
        Decision nothing =
                new Decision(
                        PaymentState.NOT_SENT,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        PaymentRow next = book.next(sending, nothing, now, Optional.empty(), 0);
        Written written =
                store.update(next, List.of(book.event(next, Optional.empty())), Optional.empty());
        if (written != Written.WRITTEN) {
            LOG.warn("payment {} was changed while it was not sent", sending.reference());
        }
    }

    /** The question could not be answered now. */
    void unanswered(PaymentRow row, Duration atLeast) {
        StatusPolling polling = polling(row.provider(), row.wallet());
        Instant now = time.now();
        int questions = row.questions() + 1;
        Duration wait = pace.next(polling, questions);
        Decision same =
                new Decision(
                        row.state() == PaymentState.SENDING ? PaymentState.UNKNOWN : row.state(),
                        book.outcome(row),
                        Optional.empty(),
                        row.missingSince());
        PaymentRow next =
                book.next(
                        row,
                        same,
                        now,
                        Optional.of(now.plus(wait.compareTo(atLeast) > 0 ? wait : atLeast)),
                        questions);
        Written unused = store.update(next, events(row, next, same, now), Optional.empty());
    }

    /** The clock that all instances share. */
    Instant storeTime() {
        return store.now();
    }

    /** The configured providers, which alone can be asked. */
    Set<ProviderId> providers() {
        return dompet.providers().keySet();
    }
}
