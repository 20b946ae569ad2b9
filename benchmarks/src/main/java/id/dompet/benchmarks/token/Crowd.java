package id.dompet.benchmarks.token;

import id.dompet.benchmarks.Shop;
import id.dompet.benchmarks.parts.NoTransport;
import id.dompet.internal.credential.BackgroundRenewal;
import id.dompet.internal.credential.CredentialCache;
import id.dompet.internal.operation.Calls;
import id.dompet.internal.operation.ExchangeLog;
import id.dompet.internal.operation.HttpCall;
import id.dompet.internal.operation.Operation;
import id.dompet.model.DompetException;
import id.dompet.model.Secret;
import id.dompet.spi.Call;
import id.dompet.spi.CredentialStore;
import id.dompet.spi.CredentialStore.Credential;
import id.dompet.spi.TimeSource;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Callers that want one token all the time, and a provider that gives it slowly or not at all. */
final class Crowd {
    private static final Duration LIFE = Duration.ofSeconds(1);
    private static final long FETCH_MILLIS = 100;
    private static final long STALL_NANOS = 20_000_000;
    private static final long BETWEEN_CALLS_NANOS = 5_000_000;

    private final boolean well;
    private final AtomicInteger fetches = new AtomicInteger();
    private final AtomicInteger stalled = new AtomicInteger();
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong longest = new AtomicLong();

    Crowd(boolean well) {
        this.well = well;
    }

    void run(int callers, Duration time) throws InterruptedException {
        ExecutorService background = BackgroundRenewal.executor();
        Calls calls =
                new Calls(
                        new HttpCall.Shared(
                                Shop.DOKU,
                                new NoTransport(),
                                new ExchangeLog(List.of()),
                                TimeSource.system()),
                        () -> "benchmark");
        CredentialCache cache =
                new CredentialCache(
                        Shop.DOKU,
                        CredentialStore.inMemory(),
                        calls,
                        background,
                        TimeSource.system(),
                        new SecureRandom());
        if (well) {
            // The first token is nobody's renewal: whoever comes first has to wait for it.
            cache.current(calls.start(Operation.PAY, time), "b2b", this::fetch);
        }
        long end = System.nanoTime() + time.toNanos();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            Thread thread = new Thread(() -> callUntil(end, cache, calls));
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        background.shutdownNow();
    }

    private void callUntil(long end, CredentialCache cache, Calls calls) {
        while (System.nanoTime() < end) {
            HttpCall call = calls.start(Operation.PAY, Duration.ofSeconds(30));
            long start = System.nanoTime();
            try {
                cache.current(call, "b2b", this::fetch);
                answered.incrementAndGet();
            } catch (DompetException.Unavailable e) {
                // The outage; how long it took to say so is what counts.
            }
            long took = System.nanoTime() - start;
            longest.accumulateAndGet(took, Math::max);
            if (took > STALL_NANOS) {
                stalled.incrementAndGet();
            }
            LockSupport.parkNanos(BETWEEN_CALLS_NANOS);
        }
    }

    private Credential fetch(Call call, Optional<Credential> old) {
        fetches.incrementAndGet();
        try {
            Thread.sleep(FETCH_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!well) {
            throw new DompetException.Unavailable(Shop.DOKU, "an outage", null);
        }
        return Credential.token(Secret.of("token-" + fetches), Instant.now().plus(LIFE));
    }

    int fetches() {
        return fetches.get();
    }

    double fetchesPerLife(Duration time) {
        return (double) fetches.get() * LIFE.toNanos() / time.toNanos();
    }

    int stalled() {
        return stalled.get();
    }

    double longestMillis() {
        return longest.get() / 1e6;
    }

    long answered() {
        return answered.get();
    }
}
