package id.dompet.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that stands still until a test moves it, so that expiry is tested without waiting.
 * Thread-safe; a view made by {@link #withZone(ZoneId)} moves together with the original.
 */
public final class AdjustableClock extends Clock {

    private final Time time;
    private final ZoneId zone;

    private AdjustableClock(Time time, ZoneId zone) {
        this.time = time;
        this.zone = zone;
    }

    /** A clock that shows {@code start}, in UTC. */
    public static AdjustableClock at(Instant start) {
        return new AdjustableClock(new Time(start), ZoneOffset.UTC);
    }

    /** Moves the clock forward (or back, for a negative duration) and returns the new time. */
    public Instant advance(Duration step) {
        return time.advance(step);
    }

    /** Sets the clock to {@code instant}. */
    public void set(Instant instant) {
        time.set(instant);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new AdjustableClock(time, other);
    }

    @Override
    public Instant instant() {
        return time.get();
    }

    /** The one time that a clock and its views share. */
    private static final class Time {
        private Instant now;

        Time(Instant now) {
            this.now = now;
        }

        synchronized Instant get() {
            return now;
        }

        synchronized void set(Instant instant) {
            now = instant;
        }

        synchronized Instant advance(Duration step) {
            now = now.plus(step);
            return now;
        }
    }
}
