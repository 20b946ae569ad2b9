package id.dompet.ledger;

import id.dompet.model.Decline;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.UnknownCause;
import java.util.Optional;

/**
 * How payments move: forwards only, whoever told us and in whatever order. What would move one back
 * is ignored if it is merely old, and raised if it contradicts what the ledger believes.
 */
class Transitions {
    /**
     * What an outcome does.
     *
     * @param now how the payment stands
     * @param before the outcome that is remembered, if there is one
     * @param misses what makes "it does not exist" final
     * @param heard the new outcome
     */
    Decision on(
            PaymentState now,
            Optional<PaymentOutcome> before,
            Misses misses,
            PaymentOutcome heard) {
        Decision same = new Decision(now, before, Optional.empty(), Optional.empty());
        return switch (heard.state()) {
            case PAID -> paid(now, heard, same);
            case REVERSED -> reversed(now, heard, same);
            case DECLINED -> declined(now, misses, (PaymentOutcome.Declined) heard, same);
            case PROCESSING -> open(now, PaymentState.PROCESSING, heard, same);
            case AWAITING_CUSTOMER -> open(now, PaymentState.AWAITING_CUSTOMER, heard, same);
            case UNKNOWN -> unknown(now, (PaymentOutcome.Unknown) heard, same);
            case NOT_FOUND ->
                    now == PaymentState.SENDING
                            ? moved(PaymentState.UNKNOWN, heard, Optional.empty())
                            : same;
        };
    }

    private static Decision paid(PaymentState now, PaymentOutcome heard, Decision same) {
        return switch (now) {
            case PAID, REVERSED -> same;
            case DECLINED -> moved(PaymentState.PAID, heard, Optional.of(Alert.PAID_AFTER_DECLINE));
            case NOT_SENT ->
                    moved(PaymentState.PAID, heard, Optional.of(Alert.KNOWN_THOUGH_NOT_SENT));
            case SENDING, UNKNOWN, AWAITING_CUSTOMER, PROCESSING ->
                    moved(PaymentState.PAID, heard, Optional.empty());
        };
    }

    private static Decision reversed(PaymentState now, PaymentOutcome heard, Decision same) {
        return switch (now) {
            case REVERSED -> same;
            case DECLINED ->
                    moved(PaymentState.REVERSED, heard, Optional.of(Alert.PAID_AFTER_DECLINE));
            case NOT_SENT ->
                    moved(PaymentState.REVERSED, heard, Optional.of(Alert.KNOWN_THOUGH_NOT_SENT));
            case PAID, SENDING, UNKNOWN, AWAITING_CUSTOMER, PROCESSING ->
                    moved(PaymentState.REVERSED, heard, Optional.empty());
        };
    }

    private static Decision declined(
            PaymentState now, Misses misses, PaymentOutcome.Declined heard, Decision same) {
        boolean missing = heard.decline().reason() == Decline.Reason.NEVER_ARRIVED;
        return switch (now) {
            // A refund that is reported as "declined" payment would be a contradiction as well.
            case PAID, REVERSED ->
                    missing
                            ? same
                            : new Decision(
                                    now,
                                    same.outcome(),
                                    Optional.of(Alert.DECLINED_AFTER_PAYMENT),
                                    Optional.empty());
            case DECLINED, NOT_SENT -> same;
            case SENDING, UNKNOWN, AWAITING_CUSTOMER, PROCESSING -> {
                if (missing && !misses.isEnough()) {
                    yield new Decision(
                            now == PaymentState.SENDING ? PaymentState.UNKNOWN : now,
                            same.outcome(),
                            Optional.empty(),
                            Optional.of(misses.first()));
                }
                yield moved(PaymentState.DECLINED, heard, Optional.empty());
            }
        };
    }

    private static Decision open(
            PaymentState now, PaymentState heardState, PaymentOutcome heard, Decision same) {
        if (now == PaymentState.NOT_SENT) {
            return moved(heardState, heard, Optional.of(Alert.KNOWN_THOUGH_NOT_SENT));
        }
        return now.isOpen() && heardState.rank() >= now.rank()
                ? moved(heardState, heard, Optional.empty())
                : same;
    }

    private static Decision unknown(PaymentState now, PaymentOutcome.Unknown heard, Decision same) {
        if (heard.cause() == UnknownCause.AMOUNT_DIFFERS && now != PaymentState.REVERSED) {
            return new Decision(
                    now == PaymentState.SENDING ? PaymentState.UNKNOWN : now,
                    now.isOpen() ? Optional.of(heard) : same.outcome(),
                    Optional.of(Alert.AMOUNT_DIFFERS),
                    Optional.empty());
        }
        return now == PaymentState.SENDING || now == PaymentState.UNKNOWN
                ? moved(PaymentState.UNKNOWN, heard, Optional.empty())
                : same;
    }

    private static Decision moved(PaymentState to, PaymentOutcome heard, Optional<Alert> alert) {
        return new Decision(to, Optional.of(heard), alert, Optional.empty());
    }
}
