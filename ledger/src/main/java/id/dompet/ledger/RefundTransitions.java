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
     * @param missingSince when the provider first said that it does not know it
     * @param arrivedBy when it should have arrived, if it ever will
     * @param heard the new outcome
     * @param at when it was heard
     */
    RefundDecision on(
            RefundState now,
            Optional<RefundOutcome> before,
            Optional<Instant> missingSince,
            Instant arrivedBy,
            RefundOutcome heard,
            Instant at) {
        RefundDecision same = new RefundDecision(now, before, Optional.empty(), false);
        return switch (heard.state()) {
            case REFUNDED -> refunded(now, heard, same);
            case DECLINED -> declined(now, heard, same);
            case PROCESSING -> processing(now, heard, same);
            case UNKNOWN -> unknown(now, (RefundOutcome.Unknown) heard, same);
            case NOT_FOUND ->
                    now.isOpen() ? missing(now, before, missingSince, arrivedBy, heard, at) : same;
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
                            now, same.outcome(), Optional.of(Alert.DECLINED_AFTER_REFUND), false);
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
            RefundState now, RefundOutcome.Unknown heard, RefundDecision same) {
        if (heard.cause() == UnknownCause.AMOUNT_DIFFERS) {
            return new RefundDecision(
                    now == RefundState.SENDING ? RefundState.UNKNOWN : now,
                    now.isOpen() ? Optional.of(heard) : same.outcome(),
                    Optional.of(Alert.AMOUNT_DIFFERS),
                    false);
        }
        return now == RefundState.SENDING || now == RefundState.UNKNOWN
                ? moved(RefundState.UNKNOWN, heard, Optional.empty())
                : same;
    }

    private static RefundDecision missing(
            RefundState now,
            Optional<RefundOutcome> before,
            Optional<Instant> missingSince,
            Instant arrivedBy,
            RefundOutcome heard,
            Instant at) {
        RefundState open = now == RefundState.SENDING ? RefundState.UNKNOWN : now;
        boolean late = !at.isBefore(arrivedBy);
        boolean again =
                missingSince
                        .filter(first -> !at.isBefore(first.plus(Transitions.BETWEEN_TWO_MISSES)))
                        .isPresent();
        if (!late || !again) {
            return new RefundDecision(open, before, Optional.empty(), late);
        }
        boolean told = before.filter(RefundOutcome.NotFound.class::isInstance).isPresent();
        return new RefundDecision(
                open,
                Optional.of(heard),
                told ? Optional.empty() : Optional.of(Alert.REFUND_NOT_FOUND),
                true);
    }

    private static RefundDecision moved(
            RefundState to, RefundOutcome heard, Optional<Alert> alert) {
        return new RefundDecision(to, Optional.of(heard), alert, false);
    }
}
