package id.dompet.internal.transport;

import id.dompet.http.HttpFailure;
import id.dompet.http.HttpRequest;
import id.dompet.http.HttpResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolStats;

/**
 * The door to HTTP on Apache HttpClient 5: one client and one pool for the life of the library.
 *
 * <p>Sends each request once: no retries, redirects, cookies, authentication or decoding of bodies.
 * A call ends at its deadline whatever the other side does, from the wait for a connection to the
 * last byte of the answer. A connection is looked at before it is used again, so one that the
 * server closed while it lay idle is replaced. What nobody can see is a server that closes in the
 * very moment of sending; that is {@link HttpFailure.NoAnswer}.
 *
 * <p>An answer whose body ends with the connection, without a length or chunks, counts as complete:
 * HTTP/1.1 allows it (RFC 9112, section 6.3) and gives no means to tell.
 *
 * <p>Thread-safe. Interrupting the calling thread ends the call; its interrupt flag stays set.
 */
public final class ApacheTransport implements Transport {
    private final ProxyAccess proxy;
    private final NameResolver names;
    private final PoolingHttpClientConnectionManager pool;
    private final CloseableHttpClient client;
    private final Watchdog watchdog = new Watchdog();
    private volatile boolean closed;

    /**
     * Opens the door; no connection is made yet.
     *
     * @param settings limits, and the proxy if there is one
     * @param trust which certificates to accept; the JDK's own trust store if it is empty. The name
     *     in the certificate is checked in either case
     * @throws IllegalArgumentException if a setting cannot be used; the message says which
     * @throws IllegalStateException if the JDK's trust store cannot be read
     */
    public ApacheTransport(TransportSettings settings, Optional<SSLContext> trust) {
        this(settings, trust, InetAddress::getAllByName);
    }

    ApacheTransport(TransportSettings settings, Optional<SSLContext> trust, NameLookup lookup) {
        check(settings);
        this.proxy = new ProxyAccess(settings.proxy());
        this.names = new NameResolver(lookup, 2 * settings.maxConnections());
        this.pool =
                SharedClient.pool(
                        new Dialer(
                                names, trust.orElseGet(OwnTrust::read), settings.connectTimeout()),
                        settings.maxConnections());
        this.client = SharedClient.client(pool, proxy, settings.maxResponseBytes());
    }

    private static void check(TransportSettings settings) {
        if (settings.connectTimeout().isNegative() || settings.connectTimeout().isZero()) {
            throw new IllegalArgumentException("the connect time-out must be longer than nothing");
        }
        if (settings.maxConnections() < 1 || settings.maxConnections() > 10_000) {
            throw new IllegalArgumentException("connections to one host must be 1 to 10000");
        }
        if (settings.maxResponseBytes() < 1) {
            throw new IllegalArgumentException("the largest answer must be at least one byte");
        }
    }

    @Override
    public HttpResponse send(HttpRequest request, Deadline deadline) {
        long start = System.nanoTime();
        Duration allowed = deadline.remaining();
        Failures failures = new Failures(request, proxy);
        if (Thread.currentThread().isInterrupted()) {
            throw failures.notSent("the calling thread was interrupted before the call", null);
        }
        if (allowed.isZero()) {
            throw failures.notSent("the deadline was over before the call", null);
        }
        HttpUriRequestBase outgoing;
        try {
            outgoing = OutgoingRequest.of(request);
        } catch (IllegalArgumentException e) {
            throw failures.notSent(String.valueOf(e.getMessage()), null);
        }
        Exchange exchange = new Exchange(outgoing, deadline, allowed);
        watchdog.watch(exchange);
        try {
            if (closed) {
                throw failures.notSent("the transport is closed", null);
            }
            return exchange(outgoing, exchange, failures, start);
        } catch (HttpFailure e) {
            throw e;
        } catch (IOException | HttpException | RuntimeException e) {
            throw failures.of(exchange, e, since(start));
        } finally {
            watchdog.forget(exchange);
            // After a success there is nothing left to give back, and this has no effect.
            exchange.release();
        }
    }

    private HttpResponse exchange(
            HttpUriRequestBase outgoing, Exchange exchange, Failures failures, long start)
            throws IOException, HttpException {
        HttpClientContext context = HttpClientContext.create();
        context.setRequestConfig(SharedClient.configFor(exchange));
        exchange.attachTo(context);
        ClassicHttpResponse end = client.executeOpen(null, outgoing, context);
        if (!exchange.mayHaveLeft()) {
            throw failures.tunnelRefused(exchange, end.getCode(), since(start));
        }
        return exchange.answer()
                .orElseThrow(() -> new IllegalStateException("an exchange without an answer"));
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Connections lent to calls, lying idle, and calls waiting for one. */
    PoolStats connections() {
        return pool.getTotalStats();
    }

    /** Ends the calls in flight, closes every connection and ends the threads. */
    @Override
    public void close() {
        closed = true;
        watchdog.close();
        client.close(CloseMode.IMMEDIATE);
        names.close();
    }
}
