package id.dompet.spi;

import java.time.Duration;
import java.time.Instant;

/**
 * Where time and waiting come from. Replace it to simulate hours in a moment. Implementations are
 * thread-safe.
 */
public interface TimeSource {
    /** The wall clock, for timestamps and expiry times that others read. */
    Instant now();

    /** A clock that only goes forwards, in nanoseconds, for deadlines. */
    long nanoTime();

    /** Waits. */
    void sleep(Duration time) throws InterruptedException;

    /** The machine's own clocks. */
    static TimeSource system() {
        return SystemTime.INSTANCE;
    }
}
