package id.dompet.testkit.scripted;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/** The scripts for one kind of request that have not been played yet. Thread-safe. */
final class Scripts<S extends Script<S>> {
    private final Supplier<S> empty;
    private final Deque<S> waiting = new ArrayDeque<>();

    Scripts(Supplier<S> empty) {
        this.empty = empty;
    }

    /** A new one, behind the others. */
    synchronized S add() {
        S script = empty.get();
        waiting.addLast(script);
        return script;
    }

    /** The next one, which is played now; the plain one if a test asked for none. */
    synchronized S take() {
        S next = waiting.pollFirst();
        return next == null ? empty.get() : next;
    }

    synchronized int size() {
        return waiting.size();
    }
}
