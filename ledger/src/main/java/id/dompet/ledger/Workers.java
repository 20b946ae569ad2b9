package id.dompet.ledger;

import id.dompet.model.ProviderId;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The background threads: one for each provider asks about what is open there, so that a slow one
 * does not keep the others waiting, and one delivers events.
 */
final class Workers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Reconciler reconciler;
    private final Courier courier;
    private final Duration interval;
    private @Nullable ScheduledThreadPoolExecutor threads;

    Workers(Reconciler reconciler, Courier courier, Duration interval) {
        this.reconciler = reconciler;
        this.courier = courier;
        this.interval = interval;
    }

    synchronized void start() {
        if (threads == null) {
            Set<ProviderId> providers = reconciler.providers();
            threads = new ScheduledThreadPoolExecutor(providers.size() + 1, Workers::daemon);
            for (ProviderId provider : providers) {
                repeat(
                        threads,
                        "reconciliation with " + provider,
                        () -> reconciler.round(provider));
            }
            repeat(threads, "delivery", courier::round);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "dompet-ledger");
        thread.setDaemon(true);
        return thread;
    }

    private void repeat(ScheduledThreadPoolExecutor on, String what, IntSupplier round) {
        var unused =
                on.scheduleWithFixedDelay(
                        () -> untilIdle(on, what, round),
                        interval.toMillis(),
                        interval.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /** A round that found something is followed by another at once. */
    private static void untilIdle(ScheduledThreadPoolExecutor on, String what, IntSupplier round) {
        try {
            while (!on.isShutdown() && round.getAsInt() > 0) {
                LOG.debug("another round of {}", what);
            }
        } catch (RuntimeException | Error e) {
            // A task that throws would never be run again.
            LOG.error("{} failed; it goes on with the next round", what, e);
        }
    }

    @Override
    public synchronized void close() {
        if (threads == null) {
            return;
        }
        threads.shutdown();
        try {
            if (!threads.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("background work did not end within {}", PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
