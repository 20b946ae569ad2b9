package id.dompet.testkit.simulated;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the books answered while one request was handled. The same request can then be answered once
 * more without anything happening a second time: each question gets the answer it got before.
 */
final class Transcript {
    private final List<Object> answers = new ArrayList<>();
    private boolean replaying;
    private int next;

    /** The action's result, or what it was the first time. */
    @SuppressWarnings("unchecked") // the same questions come in the same order, or none is left
    <T> T of(Supplier<T> action) {
        if (!replaying) {
            T answer = action.get();
            answers.add(answer);
            return answer;
        }
        if (next == answers.size()) {
            throw new IllegalStateException("asked for more than the first time");
        }
        return (T) answers.get(next++);
    }

    /** From here on everything is asked once more, from the start. */
    Transcript replay() {
        replaying = true;
        next = 0;
        return this;
    }
}
