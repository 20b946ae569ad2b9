package id.dompet.testkit.conformance.bench;

import id.dompet.model.BindOutcome;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.RefundOutcome;
import id.dompet.model.UnbindOutcome;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What an operation came to.
 *
 * @param value what it returned
 * @param thrown what it threw instead
 */
public record Tried(Optional<Object> value, Optional<Throwable> thrown) {

    /** Does it. */
    public static Tried of(Supplier<?> operation) {
        try {
            return new Tried(Optional.of(operation.get()), Optional.empty());
        } catch (Violation e) {
            throw e;
        } catch (RuntimeException | Error e) {
            return new Tried(Optional.empty(), Optional.of(e));
        }
    }

    /**
     * In one word: an outcome's state, e.g. {@code UNKNOWN}; an exception's simple name, e.g.
     * {@code Unavailable}; the type of anything else, e.g. {@code Balance}.
     */
    public String word() {
        if (thrown.isPresent()) {
            return thrown.get().getClass().getSimpleName();
        }
        Object outcome = value.orElseThrow();
        if (outcome instanceof BindOutcome bind) {
            return bind.state().name();
        }
        if (outcome instanceof UnbindOutcome unbind) {
            return unbind.state().name();
        }
        if (outcome instanceof PaymentOutcome payment) {
            return payment.state().name();
        }
        if (outcome instanceof RefundOutcome refund) {
            return refund.state().name();
        }
        return outcome.getClass().getSimpleName();
    }

    /** Whether it came to one of these words. */
    public boolean is(String... words) {
        return Arrays.asList(words).contains(word());
    }

    /** Fails the rule unless it came to one of these words. */
    public void expect(String situation, String... words) {
        Expect.expect(is(words), situation + ": " + String.join(" or ", words), this);
    }

    @Override
    public String toString() {
        return value.map(String::valueOf)
                .orElseGet(() -> word() + ": " + thrown.orElseThrow().getMessage());
    }
}
