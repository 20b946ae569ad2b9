package id.dompet.ledger.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** True time, and what happens in it. While somebody waits, other things happen. */
final class Timeline {
    private static final int DEEPEST = 3;

    /** Something that happens at a time. */
    private record Event(Instant at, long order, Runnable action) {}

    private final Instant start;
    private final Runnable afterEach;
    private final PriorityQueue<Event> queue =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparing(Event::order));
    private Instant now;
    private long planned;
    private int depth;

    Timeline(Instant start, Runnable afterEach) {
        this.start = start;
        this.now = start;
        this.afterEach = afterEach;
    }

    void in(Duration wait, Runnable action) {
        queue.add(new Event(now.plus(wait), planned++, action));
    }

    void runUntil(Instant end) {
        while (hasBy(end)) {
            step();
        }
        now = later(now, end);
    }

    /** Time passes for a caller that waits. */
    void pass(Duration time) {
        Instant end = now.plus(time);
        if (depth < DEEPEST) {
            depth++;
            try {
                while (hasBy(end)) {
                    step();
                }
            } finally {
                depth--;
            }
        }
        now = later(now, end);
    }

    private boolean hasBy(Instant end) {
        return !queue.isEmpty() && !queue.element().at().isAfter(end);
    }

    private void step() {
        Event event = queue.remove();
        now = later(now, event.at());
        event.action().run();
        afterEach.run();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    Instant now() {
        return now;
    }

    long nanos() {
        return Duration.between(start, now).toNanos();
    }

    long planned() {
        return planned;
    }
}
