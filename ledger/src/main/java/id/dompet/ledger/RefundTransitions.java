package id.dompet.ledger;

import id.dompet.model.RefundOutcome;
import id.dompet.model.UnknownCause;
import java.time.Instant;
import java.util.Optional;

/**
 * How refunds move: forwards only, as payments do. "Not found" never closes one: where a refund is
 * listed late, or not at all, taking it for lost would give the money back twice. A person is told
 * instead.
 */
class RefundTransitions {

    /**
     * What an outcome does.
     *
     * @param now how the refund stands
     * @param before the outcome that is remembered, if there is one
     * @param misses how often it was missing before, and since when
     * @param late whether it should have arrived by now, if it ever will
     * @param heard the new outcome
     */
    RefundDecision on(
            RefundState now,
            Optional<RefundOutcome> before,
            Misses misses,
            boolean late,
            RefundOutcome heard) {
        RefundDecision same = new RefundDecision(now, before, Optional.empty(), Optional.empty());
        return switch (heard.state()) {
            case REFUNDED -> refunded(now, heard, same);
            case DECLINED -> declined(now, heard, same);
            case PROCESSING -> processing(now, heard, same);
            case UNKNOWN -> unknown(now, misses, (RefundOutcome.Unknown) heard, same);
            case NOT_FOUND -> now.isOpen() ? missing(now, before, misses, late, heard) : same;
        };
    }

    private static RefundDecision refunded(
            RefundState now, RefundOutcome heard, RefundDecision same) {
        return switch (now) {
            case REFUNDED -> same;
            case DECLINED ->
                    moved(RefundState.REFUNDED, heard, Optional.of(Alert.REFUNDED_AFTER_DECLINE));
            case NOT_SENT ->
                    moved(RefundState.REFUNDED, heard, Optional.of(Alert.KNOWN_THOUGH_NOT_SENT));
            case SENDING, UNKNOWN, PROCESSING ->
                    moved(RefundState.REFUNDED, heard, Optional.empty());
        };
    }

    private static RefundDecision declined(
            RefundState now, RefundOutcome heard, RefundDecision same) {
        return switch (now) {
            case REFUNDED ->
                    new RefundDecision(
                            now,
                            same.outcome(),
                            Optional.of(Alert.DECLINED_AFTER_REFUND),
                            Optional.empty());
            case DECLINED, NOT_SENT -> same;
            case SENDING, UNKNOWN, PROCESSING ->
                    moved(RefundState.DECLINED, heard, Optional.empty());
        };
    }

    private static RefundDecision processing(
            RefundState now, RefundOutcome heard, RefundDecision same) {
        if (now == RefundState.NOT_SENT) {
            return moved(RefundState.PROCESSING, heard, Optional.of(Alert.KNOWN_THOUGH_NOT_SENT));
        }
        return now.isOpen() ? moved(RefundState.PROCESSING, heard, Optional.empty()) : same;
    }

    private static RefundDecision unknown(
            RefundState now, Misses misses, RefundOutcome.Unknown heard, RefundDecision same) {
        if (heard.cause() == UnknownCause.AMOUNT_DIFFERS) {
            return new RefundDecision(
                    now == RefundState.SENDING ? RefundState.UNKNOWN : now,
                    now.isOpen() ? Optional.of(heard) : same.outcome(),
                    Optional.of(Alert.AMOUNT_DIFFERS),
                    Optional.empty());
        }
        if (now.isOpen() && same.outcome().filter(RefundTransitions::isNotFound).isPresent()) {
            // It is still missing, and a person may be about to close it.
            return new RefundDecision(now, same.outcome(), Optional.empty(), misses.since());
        }
        return now == RefundState.SENDING || now == RefundState.UNKNOWN
                ? moved(RefundState.UNKNOWN, heard, Optional.empty())
                : same;
    }

    private static RefundDecision missing(
            RefundState now,
            Optional<RefundOutcome> before,
            Misses misses,
            boolean late,
            RefundOutcome heard) {
        RefundState open = now == RefundState.SENDING ? RefundState.UNKNOWN : now;
        Optional<Instant> since = late ? Optional.of(misses.first()) : Optional.empty();
        if (!late || !misses.isEnough()) {
            return new RefundDecision(open, before, Optional.empty(), since);
        }
        boolean told = before.filter(RefundTransitions::isNotFound).isPresent();
        return new RefundDecision(
                open,
                Optional.of(heard),
                told ? Optional.empty() : Optional.of(Alert.REFUND_NOT_FOUND),
                since);
    }

    private static boolean isNotFound(RefundOutcome outcome) {
        return outcome instanceof RefundOutcome.NotFound;
    }

    private static RefundDecision moved(
            RefundState to, RefundOutcome heard, Optional<Alert> alert) {
        return new RefundDecision(to, Optional.of(heard), alert, Optional.empty());
    }
}
