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
    private final List<Duration> sleeps = new CopyOnWriteArrayList<>();

    @Override
    public Instant now() {
        return START.plusNanos(nanos.get());
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

    public List<Duration> sleeps() {
        return sleeps;
    }
}
