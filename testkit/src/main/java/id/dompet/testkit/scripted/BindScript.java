package id.dompet.testkit.scripted;

import id.dompet.model.Decline;
import id.dompet.model.UnknownCause;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one attempt to link a wallet goes. Told nothing, {@code bind} answers AWAITING_CUSTOMER, the
 * customer agrees at once, and {@code completeBind} answers BOUND.
 */
public final class BindScript extends Script<BindScript> {
    private Course course = Course.CUSTOMER_AGREES;
    private @Nullable Decline decline;
    private @Nullable UnknownCause lost;

    /** Who does what. */
    enum Course {
        BOUND_AT_ONCE,
        CUSTOMER_AGREES,
        CUSTOMER_IS_AWAITED,
        REFUSED_AT_ONCE,
        REFUSED_IN_THE_END
    }

    /** What was told, at the moment it is played. */
    record Told(Course course, Optional<Decline> decline, Optional<UnknownCause> lost) {}

    BindScript() {}

    /** {@code bind} answers BOUND: this wallet asks nobody. */
    public BindScript isBoundAtOnce() {
        return course(Course.BOUND_AT_ONCE);
    }

    /**
     * {@code completeBind} answers PROCESSING until {@link ScriptedCustomer} confirms or cancels.
     */
    public BindScript waitsForTheCustomer() {
        return course(Course.CUSTOMER_IS_AWAITED);
    }

    /** {@code bind} answers REFUSED. */
    public BindScript isRefused(Decline.Reason reason) {
        return refused(Course.REFUSED_AT_ONCE, reason);
    }

    /** {@code completeBind} answers REFUSED, for example because the customer cancelled. */
    public BindScript isRefusedInTheEnd(Decline.Reason reason) {
        return refused(Course.REFUSED_IN_THE_END, reason);
    }

    /** {@code bind} answers UNKNOWN, NO_ANSWER: nobody can finish what may have begun. */
    public BindScript answerIsLost() {
        return answerIsLost(UnknownCause.NO_ANSWER);
    }

    /** {@code bind} answers UNKNOWN, for this cause. */
    public synchronized BindScript answerIsLost(UnknownCause cause) {
        lost = cause;
        return succeeds();
    }

    private synchronized BindScript refused(Course how, Decline.Reason reason) {
        decline = PaymentScript.decline(reason);
        return course(how);
    }

    private synchronized BindScript course(Course how) {
        course = how;
        return succeeds();
    }

    synchronized Told told() {
        return new Told(course, Optional.ofNullable(decline), Optional.ofNullable(lost));
    }

    @Override
    BindScript self() {
        return this;
    }
}
