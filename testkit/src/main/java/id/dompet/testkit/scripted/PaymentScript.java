package id.dompet.testkit.scripted;

import id.dompet.model.Decline;
import id.dompet.model.Money;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.UnknownCause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one payment, from the moment it is sent. Told nothing, it is paid at once. What
 * happens and what the answer says are two things: {@code answerIsLost().isPaid()} charges the
 * customer, and the merchant's program hears UNKNOWN. Times are the provider's clock's.
 */
public final class PaymentScript extends Script<PaymentScript> {
    private Stage first = Stage.PAID;
    private final List<Later> later = new ArrayList<>();
    private Optional<Decline> decline = Optional.empty();
    private @Nullable PaymentOutcome answer;
    private @Nullable Money otherAmount;

    /** What the provider can have made of a payment. */
    enum Stage {
        UNKNOWN_TO_THE_PROVIDER,
        WAITING_FOR_THE_CUSTOMER,
        PROCESSING,
        PAID,
        DECLINED,
        REVERSED
    }

    /** A stage that comes some time after the payment was sent. */
    record Later(Duration after, Stage stage) {}

    /** What was told, at the moment it is played. */
    record Told(
            Stage first,
            List<Later> later,
            Optional<Decline> decline,
            Optional<PaymentOutcome> answer,
            Optional<Money> otherAmount) {}

    static Decline decline(Decline.Reason reason) {
        return new Decline(reason, "scripted", "declined, as the test wanted");
    }

    PaymentScript() {}

    /** PAID at once. */
    public PaymentScript isPaid() {
        return course(Stage.PAID);
    }

    /** PROCESSING, and PAID after this time. */
    public PaymentScript isPaidAfter(Duration time) {
        return course(Stage.PROCESSING, new Later(time, Stage.PAID));
    }

    /** PAID with another amount than was asked for: the facade makes it UNKNOWN, AMOUNT_DIFFERS. */
    public synchronized PaymentScript isPaidWithAnotherAmount(Money amount) {
        isPaid();
        otherAmount = amount;
        return this;
    }

    /** DECLINED at once. */
    public synchronized PaymentScript isDeclined(Decline.Reason reason) {
        course(Stage.DECLINED);
        decline = Optional.of(decline(reason));
        return this;
    }

    /** PROCESSING, and DECLINED after this time. */
    public synchronized PaymentScript isDeclinedAfter(Duration time, Decline.Reason reason) {
        course(Stage.PROCESSING, new Later(time, Stage.DECLINED));
        decline = Optional.of(decline(reason));
        return this;
    }

    /** PROCESSING until the test says what became of it: {@link ScriptedPayment}. */
    public PaymentScript staysPending() {
        return course(Stage.PROCESSING);
    }

    /**
     * AWAITING_CUSTOMER until {@link ScriptedCustomer} confirms or cancels, or until the customer's
     * time is over: then DECLINED, CUSTOMER_TOO_LATE.
     */
    public PaymentScript waitsForTheCustomer() {
        return course(Stage.WAITING_FOR_THE_CUSTOMER);
    }

    /** PAID at once, and REVERSED this time after it was sent. */
    public PaymentScript isReversedAfter(Duration time) {
        return course(Stage.PAID, new Later(time, Stage.REVERSED));
    }

    /** The answer never comes: UNKNOWN, NO_ANSWER. What happens is said by the other methods. */
    public PaymentScript answerIsLost() {
        return answerIsLost(UnknownCause.NO_ANSWER);
    }

    /** The answer says nothing that could be believed: UNKNOWN, for this cause. */
    public PaymentScript answerIsLost(UnknownCause cause) {
        return answers(new PaymentOutcome.Unknown(cause, "scripted"));
    }

    /** It times out on its way: UNKNOWN, and the provider never hears of it (NOT_FOUND). */
    public PaymentScript neverArrives() {
        return answerIsLost().course(Stage.UNKNOWN_TO_THE_PROVIDER);
    }

    /** It is held up on its way: UNKNOWN, NOT_FOUND for this time, and then it is PAID. */
    public PaymentScript arrivesAfter(Duration time) {
        return answerIsLost().course(Stage.UNKNOWN_TO_THE_PROVIDER, new Later(time, Stage.PAID));
    }

    /** Whatever happens, the provider module answers this. */
    public synchronized PaymentScript answers(PaymentOutcome outcome) {
        answer = outcome;
        return succeeds();
    }

    private synchronized PaymentScript course(Stage begins, Later... goesOn) {
        first = begins;
        decline = Optional.empty();
        otherAmount = null;
        later.clear();
        later.addAll(List.of(goesOn));
        return succeeds();
    }

    synchronized Told told() {
        return new Told(
                first,
                List.copyOf(later),
                decline,
                Optional.ofNullable(answer),
                Optional.ofNullable(otherAmount));
    }

    @Override
    PaymentScript self() {
        return this;
    }
}
