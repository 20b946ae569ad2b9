package id.dompet.testkit.conformance.bench;

import id.dompet.spi.TimeSource;
import id.dompet.testkit.AdjustableClock;
import java.time.Duration;
import java.time.Instant;

/** Deadlines stay real, so that a hanging answer ends; waiting moves the clock instead. */
record BenchTime(AdjustableClock clock) implements TimeSource {
    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public void sleep(Duration time) {
        Instant unused = clock.advance(time);
    }
}
