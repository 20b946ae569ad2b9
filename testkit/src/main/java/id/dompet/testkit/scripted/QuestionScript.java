package id.dompet.testkit.scripted;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one question that changes nothing is answered. Told nothing, truthfully.
 *
 * <p>The facade asks an unreachable provider again, as {@code dompet.question-repeats} says; the
 * configuration that {@link ScriptedProvider} makes switches that off, so that one script is one
 * question of the merchant's.
 *
 * @param <T> the answer
 */
public final class QuestionScript<T> extends Script<QuestionScript<T>> {
    private @Nullable T answer;

    QuestionScript() {}

    /** Exactly this, whatever is true. */
    public synchronized QuestionScript<T> answers(T what) {
        answer = what;
        return succeeds();
    }

    synchronized Optional<T> told() {
        return Optional.ofNullable(answer);
    }

    @Override
    QuestionScript<T> self() {
        return this;
    }
}
