package id.dompet.testkit;

import id.dompet.spi.TimeSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

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

    /**
     * This clock for {@code Dompet.builder(...).time(...)}, in simulations without a network: every
     * time and every deadline is the clock's, and whoever would wait moves it instead.
     */
    public TimeSource timeSource() {
        return new ClockTime(this, time::nanos);
    }

    /**
     * The same with deadlines in real time, so that a test whose server hangs comes to an end. For
     * everything that is sent over a network.
     */
    public TimeSource timeSourceWithRealDeadlines() {
        return new ClockTime(this, System::nanoTime);
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

    private record ClockTime(AdjustableClock clock, LongSupplier nanos) implements TimeSource {
        @Override
        public Instant now() {
            return clock.instant();
        }

        @Override
        public long nanoTime() {
            return nanos.getAsLong();
        }

        @Override
        public void sleep(Duration time) {
            Instant unused = clock.advance(time);
        }
    }

    /** The one time that a clock and its views share. */
    private static final class Time {
        private Instant now;
        private long nanos;

        Time(Instant now) {
            this.now = now;
        }

        synchronized Instant get() {
            return now;
        }

        /** Goes forwards only, like the machine's own. */
        synchronized long nanos() {
            return nanos;
        }

        synchronized void set(Instant instant) {
            nanos += Math.max(0, Duration.between(now, instant).toNanos());
            now = instant;
        }

        synchronized Instant advance(Duration step) {
            set(now.plus(step));
            return now;
        }
    }
}
