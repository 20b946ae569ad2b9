package id.dompet.ledger.simulation;

import id.dompet.model.Decline;
import id.dompet.model.Refund;
import id.dompet.model.RefundOutcome;
import id.dompet.model.UnknownCause;
import java.util.function.Function;
import java.util.function.Predicate;

/** Designs that take the answers to refunds for something else. */
final class WrongRefundAnswers {
    private WrongRefundAnswers() {}

    static Design timeOutMeansDeclined() {
        return declined("a time-out of a refund means declined", isUnknown(UnknownCause.NO_ANSWER));
    }

    static Design notFoundMeansDeclined() {
        return declined(
                "a refund that is not found did not go back",
                RefundOutcome.NotFound.class::isInstance);
    }

    static Design amountIsNotCompared() {
        return Changed.design(
                "the amount that went back is not compared",
                honest ->
                        (method, arguments, result) ->
                                arguments != null
                                                && arguments[0] instanceof Refund refund
                                                && isUnknown(UnknownCause.AMOUNT_DIFFERS)
                                                        .test(result)
                                        ? new RefundOutcome.Refunded(
                                                "provider", refund.amount(), World.START)
                                        : result);
    }

    static Design sentAgainWhenUnknown() {
        return again("a refund is sent again when its outcome is unknown", refund -> refund);
    }

    static Design sentAgainUnderAnotherReference() {
        return again(
                "a refund is sent again under another reference",
                refund ->
                        new Refund(
                                refund.reference() + "-2",
                                refund.payment(),
                                refund.amount(),
                                refund.reason(),
                                refund.createdAt()));
    }

    private static Design again(String name, Function<Refund, Refund> second) {
        return Changed.design(
                name,
                honest ->
                        (method, arguments, result) ->
                                method.equals("refund")
                                                && result instanceof RefundOutcome.Unknown
                                                && arguments[0] instanceof Refund refund
                                        ? honest.refund(second.apply(refund))
                                        : result);
    }

    private static Design declined(String name, Predicate<Object> which) {
        return Changed.design(
                name,
                honest ->
                        (method, arguments, result) ->
                                which.test(result)
                                        ? new RefundOutcome.Declined(
                                                Decline.of(Decline.Reason.OTHER, "failed"))
                                        : result);
    }

    private static Predicate<Object> isUnknown(UnknownCause cause) {
        return result ->
                result instanceof RefundOutcome.Unknown unknown && unknown.cause() == cause;
    }
}
