package id.dompet.sandbox.soak.worker;

import id.dompet.spi.TimeSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The clock that every process of a soak goes by: a minute passes in a second, and it can be moved
 * forwards. Nothing is asked earlier than the rules allow; their time just comes sooner. Deadlines
 * of calls stay real. Thread-safe.
 */
public final class SoakClock extends Clock implements TimeSource {
    /**
     * A call that takes its whole time of {@link WorkerSettings#CALL_TIMEOUT} then seems to take a
     * minute and a half, which is what the ledger reckons with.
     */
    private static final long SPEED = 60;

    private final Instant began;
    private final AtomicLong jumped;

    /**
     * A clock.
     *
     * @param began the real time at which it showed the same
     * @param jumped how far it was moved forwards since
     */
    public SoakClock(Instant began, Duration jumped) {
        this.began = began;
        this.jumped = new AtomicLong(jumped.toMillis());
    }

    /** When it began. */
    public Instant began() {
        return began;
    }

    /** How far it was moved forwards. */
    public Duration jumped() {
        return Duration.ofMillis(jumped.get());
    }

    /** Moves it to where another of the same beginning is; never backwards. */
    public void follow(Duration otherJumped) {
        long unused = jumped.accumulateAndGet(otherJumped.toMillis(), Math::max);
    }

    @Override
    public Instant now() {
        long passed = Duration.between(began, Instant.now()).toMillis();
        return began.plusMillis(passed * SPEED + jumped.get());
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public void sleep(Duration time) throws InterruptedException {
        Thread.sleep(time.toMillis());
    }

    @Override
    public Instant instant() {
        return now();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now(), zone);
    }
}
