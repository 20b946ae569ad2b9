package id.dompet.provider.doku;

import id.dompet.spi.TimeSource;
import java.time.Duration;
import java.time.Instant;

/** A clock that stands still until it is moved. */
final class FakeTime implements TimeSource {
    private volatile Instant now;

    FakeTime(Instant start) {
        now = start;
    }

    synchronized void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public long nanoTime() {
        Instant at = now;
        return at.getEpochSecond() * 1_000_000_000L + at.getNano();
    }

    @Override
    public void sleep(Duration time) {
        pass(time);
    }
}
