package id.dompet.internal.operation;

import id.dompet.internal.transport.Deadline;
import id.dompet.model.DompetException;
import id.dompet.spi.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Asks one provider instance questions that change nothing, again if the provider could not be
 * reached: each attempt is a call of its own, freshly signed, after a wait with full jitter, and
 * all of them within one deadline. Thread-safe.
 */
public final class Questions {
    private static final long FIRST_WAIT_MILLIS = 100;
    private static final long LONGEST_WAIT_MILLIS = 2_000;

    private final Calls calls;
    private final Duration allowed;
    private final int repeats;
    private final TimeSource time;
    private final RandomGenerator random;
    private final RepeatBudget budget = new RepeatBudget();

    /**
     * Questions to one instance.
     *
     * @param allowed total time for a question, repeats included
     * @param repeats how often a question is asked again
     */
    public Questions(
            Calls calls, Duration allowed, int repeats, TimeSource time, RandomGenerator random) {
        this.calls = calls;
        this.allowed = allowed;
        this.repeats = repeats;
        this.time = time;
        this.random = random;
    }

    /** Asks until there is an answer, a refusal, or no time or budget left. */
    public <T> T ask(Operation operation, Function<HttpCall, ? extends @Nullable T> port) {
        Deadline deadline = calls.deadline(allowed);
        for (int attempt = 0; ; attempt++) {
            HttpCall call = calls.start(operation, deadline, List.of());
            try {
                T answer = OutcomeGuard.question(call, () -> port.apply(call));
                budget.answered();
                return answer;
            } catch (DompetException.Unavailable e) {
                if (attempt >= repeats || !pauseBeforeRepeat(attempt, deadline)) {
                    throw e;
                }
            }
        }
    }

    private boolean pauseBeforeRepeat(int attempt, Deadline deadline) {
        long most = Math.min(LONGEST_WAIT_MILLIS, FIRST_WAIT_MILLIS << attempt);
        Duration wait = Duration.ofMillis(1 + random.nextLong(most));
        if (wait.compareTo(deadline.remaining()) >= 0 || !budget.take()) {
            return false;
        }
        try {
            time.sleep(wait);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
