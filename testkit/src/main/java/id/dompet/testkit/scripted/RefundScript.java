package id.dompet.testkit.scripted;

import id.dompet.model.Decline;
import id.dompet.model.Money;
import id.dompet.model.RefundOutcome;
import id.dompet.model.UnknownCause;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one refund, from the moment it is sent. Told nothing, the money goes back at
 * once, if so much was charged. Times are the provider's clock's.
 */
public final class RefundScript extends Script<RefundScript> {
    private Optional<Decline> decline = Optional.empty();
    private boolean arrives = true;
    private boolean isOpen;
    private Optional<Duration> endsAfter = Optional.empty();
    private @Nullable RefundOutcome answer;
    private @Nullable Money otherAmount;

    /** What was told, at the moment it is played. */
    record Told(
            boolean arrives,
            boolean isOpen,
            Optional<Duration> endsAfter,
            Optional<Decline> decline,
            Optional<RefundOutcome> answer,
            Optional<Money> otherAmount) {}

    RefundScript() {}

    /** REFUNDED at once. */
    public RefundScript isRefunded() {
        return course(true, false, Optional.empty());
    }

    /** PROCESSING, and REFUNDED after this time. */
    public RefundScript isRefundedAfter(Duration time) {
        return course(true, true, Optional.of(time));
    }

    /** REFUNDED, with another amount: the facade makes it UNKNOWN, AMOUNT_DIFFERS. */
    public synchronized RefundScript isRefundedWithAnotherAmount(Money amount) {
        isRefunded();
        otherAmount = amount;
        return this;
    }

    /** DECLINED at once. */
    public synchronized RefundScript isDeclined(Decline.Reason reason) {
        course(true, false, Optional.empty());
        decline = Optional.of(PaymentScript.decline(reason));
        return this;
    }

    /** PROCESSING, for ever. */
    public RefundScript staysPending() {
        return course(true, true, Optional.empty());
    }

    /** It times out on its way: UNKNOWN, and the provider never hears of it (NOT_FOUND). */
    public RefundScript neverArrives() {
        return answerIsLost().course(false, true, Optional.empty());
    }

    /** The answer never comes: UNKNOWN, NO_ANSWER. What happens is said by the other methods. */
    public RefundScript answerIsLost() {
        return answerIsLost(UnknownCause.NO_ANSWER);
    }

    /** The answer says nothing that could be believed: UNKNOWN, for this cause. */
    public RefundScript answerIsLost(UnknownCause cause) {
        return answers(new RefundOutcome.Unknown(cause, "scripted"));
    }

    /** Whatever happens, the provider module answers this. */
    public synchronized RefundScript answers(RefundOutcome outcome) {
        answer = outcome;
        return succeeds();
    }

    private synchronized RefundScript course(boolean comes, boolean open, Optional<Duration> end) {
        arrives = comes;
        isOpen = open;
        endsAfter = end;
        decline = Optional.empty();
        otherAmount = null;
        return succeeds();
    }

    synchronized Told told() {
        return new Told(
                arrives,
                isOpen,
                endsAfter,
                decline,
                Optional.ofNullable(answer),
                Optional.ofNullable(otherAmount));
    }

    @Override
    RefundScript self() {
        return this;
    }
}
