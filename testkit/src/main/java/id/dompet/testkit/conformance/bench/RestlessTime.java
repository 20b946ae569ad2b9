package id.dompet.testkit.conformance.bench;

import id.dompet.spi.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The bench's time as a busy machine sees it: no two readings in a row are the same. They lie
 * around the bench's own, nearer than any provider minds. Thread-safe.
 *
 * <p>Around midnight in UTC, whatever mixes two readings is an hour or a day off.
 */
public final class RestlessTime implements TimeSource {
    /** Seconds to both sides. */
    private static final int SPAN = 20;

    /** Has no divisor in common with the number of seconds, so every second has its turn. */
    private static final int STEP = 17;

    private final TimeSource still;
    private final AtomicLong readings = new AtomicLong();

    /** Around the bench's clock. */
    public RestlessTime(Bench bench) {
        this.still = new BenchTime(bench.clock);
    }

    @Override
    public Instant now() {
        long seconds = readings.getAndIncrement() * STEP % (2 * SPAN + 1) - SPAN;
        return still.now().plusSeconds(seconds);
    }

    @Override
    public long nanoTime() {
        return still.nanoTime();
    }

    @Override
    public void sleep(Duration time) throws InterruptedException {
        still.sleep(time);
    }
}
