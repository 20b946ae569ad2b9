package id.dompet.internal.credential;

import id.dompet.internal.operation.HttpCall;
import id.dompet.model.DompetException;
import id.dompet.model.Secret;
import id.dompet.spi.CredentialStore;
import id.dompet.spi.CredentialStore.Credential;
import id.dompet.spi.CredentialStore.Lease;
import id.dompet.spi.Credentials.Renewal;
import id.dompet.spi.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A credential in the store that a whole fleet shares: taken from there if another instance has
 * renewed it, else renewed under a lease and put there. Thread-safe.
 */
final class SharedCredential {
    private static final Logger LOG = LoggerFactory.getLogger(SharedCredential.class);
    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final Duration LIFE_WORTH_TAKING = Duration.ofSeconds(10);
    private static final int REMEMBERED_REFUSALS = 8;

    private final CredentialStore.Key key;
    private final CredentialStore store;
    private final TimeSource time;
    private final RandomGenerator random;
    private final ReentrantLock writing = new ReentrantLock();
    private final Deque<Secret> refused = new ArrayDeque<>();
    private boolean forgotten;

    SharedCredential(
            CredentialStore.Key key,
            CredentialStore store,
            TimeSource time,
            RandomGenerator random) {
        this.key = key;
        this.store = store;
        this.time = time;
        this.random = random;
    }

    void refused(Credential credential) {
        synchronized (refused) {
            refused.addLast(credential.value());
            if (refused.size() > REMEMBERED_REFUSALS) {
                refused.removeFirst();
            }
        }
    }

    /** Deletes it, and keeps a renewal that is under way from storing another one. */
    void forget() {
        writing.lock();
        try {
            forgotten = true;
            store.delete(key);
        } finally {
            writing.unlock();
        }
    }

    /** The fleet's newest, or a new one. */
    Credential renew(HttpCall call, @Nullable Lifetime held, Renewal renewal) {
        while (true) {
            Optional<Credential> newer = store.find(key).filter(c -> isUsable(c, held));
            if (newer.isPresent()) {
                return newer.get();
            }
            Optional<Lease> lease = store.tryLease(key, LEASE);
            if (lease.isPresent()) {
                return renewUnder(lease.get(), call, held, renewal);
            }
            pause(call);
        }
    }

    private Credential renewUnder(
            Lease lease, HttpCall call, @Nullable Lifetime held, Renewal renewal) {
        Instant leased = time.now();
        try {
            // The lease may have come free because its holder has just stored a new one.
            Optional<Credential> stored = store.find(key);
            Optional<Credential> newer = stored.filter(c -> isUsable(c, held));
            if (newer.isPresent()) {
                return newer.get();
            }
            @Nullable Credential renewed = renewal.renew(call, stored);
            if (renewed == null) {
                throw new DompetException.ProviderFault(
                        key.provider(), "the provider module renewed a token to nothing", null);
            }
            // After the lease another instance may have stored a newer one.
            if (time.now().isBefore(leased.plus(LEASE))) {
                save(renewed);
            }
            return renewed;
        } finally {
            release(lease);
        }
    }

    /** Tried twice: a token that cannot be stored is of use to this instance all the same. */
    private void save(Credential renewed) {
        for (int attempt = 1; attempt <= 2; attempt++) {
            writing.lock();
            try {
                if (!forgotten) {
                    store.save(key, renewed);
                }
                return;
            } catch (RuntimeException e) {
                LOG.error("{}: a new token could not be stored: {}", key.provider(), e.toString());
            } finally {
                writing.unlock();
            }
        }
    }

    private void release(Lease lease) {
        try {
            lease.release();
        } catch (RuntimeException e) {
            LOG.warn(
                    "{}: a lease was not given back and ends by itself: {}",
                    key.provider(),
                    e.getClass().getName());
        }
    }

    /** With life in it, and neither what we hold already (that is why we renew) nor refused. */
    private boolean isUsable(Credential stored, @Nullable Lifetime held) {
        synchronized (refused) {
            if (refused.contains(stored.value())) {
                return false;
            }
        }
        return !(held != null && held.credential().value().equals(stored.value()))
                && Lifetime.of(stored, time.now(), random)
                        .isAlive(time.now().plus(LIFE_WORTH_TAKING));
    }

    private void pause(HttpCall call) {
        if (call.deadline().remaining().compareTo(LOOK_AGAIN) <= 0) {
            throw new DompetException.Unavailable(
                    key.provider(),
                    "another instance holds the lease on a token and did not renew it in time",
                    null);
        }
        try {
            time.sleep(LOOK_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DompetException.Unavailable(
                    key.provider(), "interrupted while waiting for a token", e);
        }
    }
}
