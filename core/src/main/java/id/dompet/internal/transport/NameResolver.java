package id.dompet.internal.transport;

import com.google.common.net.InetAddresses;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Resolves host names on helper threads and waits no longer than the call may. The JDK's lookup can
 * be neither interrupted nor limited, so a hanging one keeps its helper; their number is bounded,
 * and beyond it calls fail at once instead of piling up. Thread-safe.
 */
final class NameResolver implements AutoCloseable {
    private static final Duration THREAD_IDLE = Duration.ofSeconds(10);

    private final NameLookup names;
    private final ThreadPoolExecutor helpers;

    NameResolver(NameLookup names, int maxLookups) {
        this.names = names;
        this.helpers =
                new ThreadPoolExecutor(
                        0,
                        maxLookups,
                        THREAD_IDLE.toMillis(),
                        TimeUnit.MILLISECONDS,
                        new SynchronousQueue<>(),
                        task -> {
                            Thread thread = new Thread(task, "dompet-names");
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    InetAddress[] resolve(String host, Exchange exchange) throws IOException {
        if (InetAddresses.isInetAddress(host)) {
            return new InetAddress[] {InetAddresses.forString(host)};
        }
        Future<InetAddress[]> lookup;
        try {
            lookup = helpers.submit(() -> names.lookUp(host));
        } catch (RejectedExecutionException e) {
            throw new UnknownHostException("No helper is free to look up " + host);
        }
        exchange.interruptWith(() -> lookup.cancel(true));
        try {
            InetAddress[] found = lookup.get(exchange.remaining().toNanos(), TimeUnit.NANOSECONDS);
            if (found.length == 0) {
                throw new UnknownHostException(host);
            }
            return found;
        } catch (TimeoutException e) {
            throw new SocketTimeoutException("The lookup of " + host + " did not come back");
        } catch (CancellationException e) {
            throw new InterruptedIOException("The lookup of " + host + " was given up");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted during the lookup of " + host);
        } catch (ExecutionException e) {
            throw unknown(host, e.getCause());
        } finally {
            exchange.interruptByCancelling();
            lookup.cancel(true);
        }
    }

    private static UnknownHostException unknown(String message, @Nullable Throwable cause) {
        UnknownHostException failure = new UnknownHostException(message);
        failure.initCause(cause);
        return failure;
    }

    @Override
    public void close() {
        helpers.shutdownNow();
    }
}
