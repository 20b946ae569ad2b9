package id.dompet.internal.transport;

import id.dompet.spi.TimeSource;
import java.time.Duration;

/** The moment at which an operation must be over, by a clock that only goes forwards. */
public final class Deadline {
    private final TimeSource time;
    private final long endNanos;

    private Deadline(TimeSource time, long endNanos) {
        this.time = time;
        this.endNanos = endNanos;
    }

    /** So long from now. */
    public static Deadline after(Duration allowed, TimeSource time) {
        return new Deadline(time, time.nanoTime() + allowed.toNanos());
    }

    /** What is left; zero if it is over. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, endNanos - time.nanoTime()));
    }

    /** Whether it is over. */
    public boolean isOver() {
        return remaining().isZero();
    }
}
