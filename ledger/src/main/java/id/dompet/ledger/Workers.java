package id.dompet.ledger;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The two background threads: one asks about open payments, one delivers events. */
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
            threads = new ScheduledThreadPoolExecutor(2, Workers::daemon);
            repeat(threads, "reconciliation", reconciler::round);
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
