package id.dompet.internal.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends calls at their deadline, with one daemon thread for all of them. HttpClient's own time-outs
 * are for each read, so a server that drips would hold a call for as long as it liked.
 *
 * <p>The thread is woken only for a deadline nearer than the one it waits for: under a steady load
 * of equal deadlines a call costs an entry in a map and no switch of threads. Thread-safe.
 */
final class Watchdog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
    private static final long IDLE_NANOS = Long.MAX_VALUE / 4;

    /** Calls in flight, and when they are over in {@link System#nanoTime}. */
    private final ConcurrentMap<Exchange, Long> watched = new ConcurrentHashMap<>();

    private final Thread thread;
    private volatile long wakesAt;
    private volatile boolean closed;

    Watchdog() {
        wakesAt = System.nanoTime() + IDLE_NANOS;
        thread = new Thread(this::watchAll, "dompet-deadlines");
        thread.setDaemon(true);
        thread.start();
    }

    /** Watches a call until it is {@linkplain #forget forgotten}. */
    void watch(Exchange exchange) {
        long end = System.nanoTime() + exchange.remaining().toNanos();
        watched.put(exchange, end);
        if (end - wakesAt < 0) {
            LockSupport.unpark(thread);
        }
        if (closed) {
            exchange.end(Exchange.Ending.CLOSED);
        }
    }

    void forget(Exchange exchange) {
        watched.remove(exchange);
    }

    private void watchAll() {
        while (!closed) {
            // Announced before looking round: who comes too late to be seen then wakes the thread.
            long now = System.nanoTime();
            wakesAt = now + IDLE_NANOS;
            long nearest = now + IDLE_NANOS;
            for (var entry : watched.entrySet()) {
                long end = entry.getValue();
                if (end - now <= 0) {
                    watched.remove(entry.getKey());
                    end(entry.getKey());
                } else if (end - nearest < 0) {
                    nearest = end;
                }
            }
            wakesAt = nearest;
            LockSupport.parkNanos(this, nearest - System.nanoTime());
        }
    }

    /** Nothing else ends a call, so whatever goes wrong with one must not end the watch itself. */
    private static void end(Exchange exchange) {
        try {
            exchange.end(Exchange.Ending.DEADLINE);
        } catch (RuntimeException e) {
            LOG.error("a call could not be ended at its deadline", e);
        }
    }

    /** Ends every call in flight and the thread. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        List<Exchange> condemned = new ArrayList<>();
        for (Exchange exchange : watched.keySet()) {
            if (exchange.condemn(Exchange.Ending.CLOSED)) {
                condemned.add(exchange);
            }
        }
        // All are condemned before the first is interrupted: the connection that one gives back
        // must not be taken by another that would then begin to send.
        condemned.forEach(Exchange::interrupt);
    }
}
