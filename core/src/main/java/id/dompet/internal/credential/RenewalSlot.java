package id.dompet.internal.credential;

import id.dompet.internal.operation.Calls;
import id.dompet.internal.operation.HttpCall;
import id.dompet.internal.operation.Operation;
import id.dompet.model.DompetException;
import id.dompet.spi.Call;
import id.dompet.spi.CredentialStore;
import id.dompet.spi.CredentialStore.Credential;
import id.dompet.spi.Credentials.Renewal;
import id.dompet.spi.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One credential that runs out: fresh, then stale (one renewal in the background, everybody goes on
 * with the old one), then dead (everybody waits for one renewal). Thread-safe.
 */
final class RenewalSlot {
    private static final Logger LOG = LoggerFactory.getLogger(RenewalSlot.class);
    private static final Duration LONGEST_RENEWAL = Duration.ofSeconds(10);

    /** What all slots of an instance share. */
    record Surroundings(
            CredentialStore store,
            Calls calls,
            Executor background,
            TimeSource time,
            RandomGenerator random) {}

    private final CredentialStore.Key key;
    private final Surroundings around;
    private final SharedCredential shared;
    private final AtomicReference<@Nullable Flight> inFlight = new AtomicReference<>();
    private volatile @Nullable Lifetime known;
    private volatile @Nullable Backoff backoff;

    RenewalSlot(CredentialStore.Key key, Surroundings around) {
        this.key = key;
        this.around = around;
        this.shared = new SharedCredential(key, around.store(), around.time(), around.random());
    }

    Credential current(Call call, Renewal renewal) {
        Instant now = around.time().now();
        Lifetime held = known;
        if (held != null && held.isFresh(now)) {
            return held.credential();
        }
        if (held != null && held.isAlive(now)) {
            renewEarly(renewal, now);
            return held.credential();
        }
        return renewNow(call, renewal);
    }

    /** Not offered again; whatever was fetched meanwhile stays. */
    void refused(Credential credential) {
        shared.refused(credential);
        Lifetime held = known;
        if (held != null && held.credential().value().equals(credential.value())) {
            known = null;
        }
    }

    /** Removes it for good: a renewal that is under way will not bring it back. */
    void forget() {
        shared.forget();
        known = null;
    }

    /** Whether there is a credential that can be handed out. */
    boolean isAlive() {
        Lifetime held = known;
        return held != null && held.isAlive(around.time().now());
    }

    /** Whether nothing is lost with it that the store does not have. */
    boolean isIdle() {
        Backoff pause = backoff;
        return inFlight.get() == null && (pause == null || !pause.holds(around.time().now()));
    }

    private void renewEarly(Renewal renewal, Instant now) {
        Backoff pause = backoff;
        if (pause != null && pause.holds(now)) {
            return;
        }
        Flight flight = new Flight();
        if (!inFlight.compareAndSet(null, flight)) {
            return;
        }
        try {
            around.background()
                    .execute(
                            () -> {
                                if (flight.take()) {
                                    fly(flight, renewal, LONGEST_RENEWAL);
                                }
                            });
        } catch (RejectedExecutionException e) {
            // Closing: the old one still has life in it, and that is enough.
            land(flight);
        } catch (Error e) {
            land(flight);
            throw e;
        }
    }

    private Credential renewNow(Call call, Renewal renewal) {
        while (true) {
            Instant now = around.time().now();
            Lifetime held = known;
            if (held != null && held.isAlive(now)) {
                return held.credential();
            }
            Backoff pause = backoff;
            if (pause != null && pause.holds(now)) {
                throw pause.failure();
            }
            Flight flight = new Flight();
            Flight other = inFlight.compareAndExchange(null, flight);
            if (other != null) {
                flight = other;
            }
            // One that only waits for a thread is taken over: nobody waits longer than one fetch.
            if (flight.take()) {
                fly(flight, renewal, shorter(remaining(call), LONGEST_RENEWAL));
            }
            Credential renewed = flight.await(remaining(call), key.provider());
            if (renewed != null) {
                return renewed;
            }
            if (remaining(call).isZero()) {
                throw new DompetException.Unavailable(
                        key.provider(), "no token could be had in time", null);
            }
        }
    }

    /** Renews on a call of its own, so that one caller's deadline is not everybody's. */
    private void fly(Flight flight, Renewal renewal, Duration allowed) {
        Instant begun = around.time().now();
        long ticks = around.time().nanoTime();
        try {
            HttpCall call = around.calls().start(Operation.RENEWAL, allowed);
            Lifetime held = known;
            Credential renewed =
                    held != null && held.isFresh(around.time().now())
                            ? held.credential()
                            : shared.renew(call, held, renewal);
            known = Lifetime.of(renewed, around.time().now(), around.random());
            backoff = null;
            inFlight.compareAndSet(flight, null);
            flight.succeed(renewed);
        } catch (RuntimeException e) {
            // The failure of a caller who was interrupted, or had no time left, is not the
            // provider's, and nobody else's. Nor is that of a request whose time was no longer
            // true when it arrived: the machine slept, or its clock was set.
            boolean own =
                    Thread.currentThread().isInterrupted()
                            || allowed.compareTo(LONGEST_RENEWAL) < 0
                            || clockMoved(begun, ticks);
            if (!own) {
                backoff = Backoff.after(backoff, e, around.time().now(), around.random());
            }
            LOG.warn(
                    "{}: renewing a credential failed: {}", key.provider(), e.getClass().getName());
            inFlight.compareAndSet(flight, null);
            flight.fail(e, own);
        } catch (Error e) {
            land(flight);
            throw e;
        }
    }

    private boolean clockMoved(Instant since, long ticks) {
        Duration passed = Duration.ofNanos(around.time().nanoTime() - ticks);
        Duration shown = Duration.between(since, around.time().now());
        return shown.minus(passed).abs().compareTo(LONGEST_RENEWAL) > 0;
    }

    private void land(Flight flight) {
        inFlight.compareAndSet(flight, null);
        flight.giveUp();
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static Duration remaining(Call call) {
        return call instanceof HttpCall http ? http.deadline().remaining() : LONGEST_RENEWAL;
    }
}
