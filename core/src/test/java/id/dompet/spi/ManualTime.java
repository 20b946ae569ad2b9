package id.dompet.spi;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Time that stands still until a test moves it; sleeping moves it. */
public final class ManualTime implements TimeSource {
    private static final Instant START = Instant.parse("2026-11-20T03:00:00Z");

    private final AtomicLong nanos = new AtomicLong();
    private volatile Duration set = Duration.ZERO;
    private final List<Duration> sleeps = new CopyOnWriteArrayList<>();

    @Override
    public Instant now() {
        return START.plusNanos(nanos.get()).plus(set);
    }

    @Override
    public long nanoTime() {
        return nanos.get();
    }

    @Override
    public void sleep(Duration time) {
        sleeps.add(time);
        advance(time);
    }

    public void advance(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    /** Sets the clock forward, as after a machine's sleep: no time passes. */
    public void setForward(Duration time) {
        set = set.plus(time);
    }

    public List<Duration> sleeps() {
        return sleeps;
    }
}
