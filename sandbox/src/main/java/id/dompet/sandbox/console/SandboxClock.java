package id.dompet.sandbox.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The clock of the simulated providers: runs as the machine's does, and can be moved, so that
 * payments expire and notifications are repeated without waiting. Thread-safe.
 */
public final class SandboxClock extends Clock {
    private static final Duration FURTHEST = Duration.ofDays(3660);

    private final InstantSource machine;
    private final AtomicLong offsetNanos;
    private final ZoneId zone;

    /** Shows what the machine shows. */
    public SandboxClock(InstantSource machine) {
        this(machine, new AtomicLong(), ZoneOffset.UTC);
    }

    private SandboxClock(InstantSource machine, AtomicLong offsetNanos, ZoneId zone) {
        this.machine = machine;
        this.offsetNanos = offsetNanos;
        this.zone = zone;
    }

    /** Moves it, back for a negative duration; false when it would be more than ten years off. */
    synchronized boolean move(Duration step) {
        if (step.abs().compareTo(FURTHEST) > 0
                || offset().plus(step).abs().compareTo(FURTHEST) > 0) {
            return false;
        }
        offsetNanos.set(offset().plus(step).toNanos());
        return true;
    }

    /** Back to the machine's time. */
    synchronized void reset() {
        offsetNanos.set(0);
    }

    /** How far it was moved. */
    Duration offset() {
        return Duration.ofNanos(offsetNanos.get());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new SandboxClock(machine, offsetNanos, other);
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(offset());
    }
}
