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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
    private static final Duration LEASE = LONGEST_RENEWAL.plusSeconds(5);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    /** What all slots of an instance share. */
    record Surroundings(
            CredentialStore store,
            Calls calls,
            Executor background,
            TimeSource time,
            RandomGenerator random) {}

    private final CredentialStore.Key key;
    private final Surroundings around;
    private final AtomicReference<@Nullable CompletableFuture<Credential>> inFlight =
            new AtomicReference<>();
    private volatile @Nullable Lifetime known;
    private volatile @Nullable Backoff backoff;
    private volatile @Nullable Credential refused;

    RenewalSlot(CredentialStore.Key key, Surroundings around) {
        this.key = key;
        this.around = around;
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
        return renewNow(call, renewal, now);
    }

    /** Not offered again; whatever was fetched meanwhile stays. */
    void refused(Credential credential) {
        refused = credential;
        Lifetime held = known;
        if (held != null && held.credential().value().equals(credential.value())) {
            known = null;
        }
    }

    private void renewEarly(Renewal renewal, Instant now) {
        Backoff pause = backoff;
        if (pause != null && pause.holds(now)) {
            return;
        }
        CompletableFuture<Credential> mine = new CompletableFuture<>();
        if (!inFlight.compareAndSet(null, mine)) {
            return;
        }
        try {
            around.background()
                    .execute(
                            () -> {
                                HttpCall call =
                                        around.calls().start(Operation.RENEWAL, LONGEST_RENEWAL);
                                run(mine, call, renewal);
                            });
        } catch (RejectedExecutionException e) {
            // Closing: the old one still has life in it, and that is enough.
            inFlight.set(null);
            mine.completeExceptionally(e);
        }
    }

    private Credential renewNow(Call call, Renewal renewal, Instant now) {
        Backoff pause = backoff;
        if (pause != null && pause.holds(now)) {
            throw pause.failure();
        }
        CompletableFuture<Credential> mine = new CompletableFuture<>();
        CompletableFuture<Credential> other = inFlight.compareAndExchange(null, mine);
        if (other == null) {
            run(mine, call, renewal);
            return await(mine, call);
        }
        return await(other, call);
    }

    private void run(CompletableFuture<Credential> mine, Call call, Renewal renewal) {
        try {
            // Another caller may have finished between our look and our turn.
            Lifetime held = known;
            Instant now = around.time().now();
            Credential credential =
                    held != null && held.isFresh(now)
                            ? held.credential()
                            : fromStoreOrProvider(call, renewal);
            known = Lifetime.of(credential, around.time().now(), around.random());
            backoff = null;
            inFlight.set(null);
            mine.complete(credential);
        } catch (RuntimeException e) {
            backoff = Backoff.after(backoff, e, around.time().now(), around.random());
            LOG.warn("{}: renewing a credential failed: {}", key.provider(), e.getMessage());
            inFlight.set(null);
            mine.completeExceptionally(e);
        } catch (Error e) {
            inFlight.set(null);
            mine.completeExceptionally(e);
            throw e;
        }
    }

    private Credential fromStoreOrProvider(Call call, Renewal renewal) {
        Optional<Credential> stored = around.store().find(key);
        if (stored.filter(this::isUsable).isPresent()) {
            return stored.get();
        }
        while (!around.store().tryLease(key, LEASE)) {
            pause(call);
            stored = around.store().find(key);
            if (stored.filter(this::isUsable).isPresent()) {
                return stored.get();
            }
        }
        try {
            // The lease may have come free because its holder has just stored a new one.
            stored = around.store().find(key);
            if (stored.filter(this::isUsable).isPresent()) {
                return stored.get();
            }
            Credential renewed = renewal.renew(call, stored);
            around.store().save(key, renewed);
            return renewed;
        } finally {
            around.store().release(key);
        }
    }

    /** Fresh, and neither what we hold already (that is why we renew) nor what was refused. */
    private boolean isUsable(Credential stored) {
        Credential no = refused;
        Lifetime held = known;
        return !(no != null && no.value().equals(stored.value()))
                && !(held != null && held.credential().value().equals(stored.value()))
                && Lifetime.of(stored, around.time().now(), around.random())
                        .isAlive(around.time().now().plus(LONGEST_RENEWAL));
    }

    private void pause(Call call) {
        if (remaining(call).compareTo(LOOK_AGAIN) <= 0) {
            throw unavailable(
                    "another instance holds the lease on a token and did not renew it in time",
                    null);
        }
        try {
            around.time().sleep(LOOK_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("interrupted while waiting for a token", e);
        }
    }

    private Credential await(CompletableFuture<Credential> renewal, Call call) {
        try {
            return renewal.get(remaining(call).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("interrupted while waiting for a token", e);
        } catch (TimeoutException e) {
            throw unavailable("a token was not renewed in time", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new CompletionException(e.getCause());
        }
    }

    private DompetException unavailable(String message, @Nullable Throwable cause) {
        return new DompetException.Unavailable(key.provider(), message, cause);
    }

    private static Duration remaining(Call call) {
        return call instanceof HttpCall http ? http.deadline().remaining() : LONGEST_RENEWAL;
    }
}
