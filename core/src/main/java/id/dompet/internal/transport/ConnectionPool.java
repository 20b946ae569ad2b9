package id.dompet.internal.transport;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.io.LeaseRequest;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * HttpClient's pool, which loses no connection. When the wait for a connection ends, by time or by
 * an interrupt, in the very moment in which the pool grants one, HttpClient gives up without
 * looking, and that connection stays lent for ever: a few such moments, and no call gets one any
 * more. Here, who gives up looks once more and gives back what came too late. Thread-safe.
 */
final class ConnectionPool extends PoolingHttpClientConnectionManager {

    ConnectionPool(HttpClientConnectionOperator dialer, TimeValue timeToLive, Http1Config limits) {
        super(
                dialer,
                PoolConcurrencyPolicy.STRICT,
                PoolReusePolicy.LIFO,
                timeToLive,
                socket -> new PooledConnection(limits));
    }

    @Override
    public LeaseRequest lease(
            String id, HttpRoute route, Timeout requestTimeout, @Nullable Object state) {
        return new Lease(super.lease(id, route, requestTimeout, state), this);
    }

    /** A wait for a connection. */
    record Lease(LeaseRequest request, HttpClientConnectionManager pool) implements LeaseRequest {

        @Override
        public ConnectionEndpoint get(Timeout timeout)
                throws InterruptedException, ExecutionException, TimeoutException {
            try {
                return request.get(timeout);
            } catch (InterruptedException | TimeoutException e) {
                giveBack();
                throw e;
            }
        }

        private void giveBack() {
            if (request.cancel()) {
                return;
            }
            ConnectionEndpoint late;
            try {
                late = request.get(Timeout.ZERO_MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (ExecutionException | TimeoutException e) {
                // Cancelled before: nothing was granted.
                return;
            }
            pool.release(late, null, TimeValue.ZERO_MILLISECONDS);
        }

        @Override
        public boolean cancel() {
            return request.cancel();
        }
    }
}
