package id.dompet.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.client5.http.io.LeaseRequest;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.junit.jupiter.api.Test;

class ConnectionPoolTest {
    private static final HttpRoute ROUTE = new HttpRoute(new HttpHost("http", "localhost", 1));
    private static final Timeout AMPLE = Timeout.ofSeconds(30);

    @Test
    void aConnectionGrantedInTheMomentOfGivingUpIsGivenBack() throws Exception {
        try (ConnectionPool pool = pool()) {
            for (Exception moment : moments()) {
                LeaseRequest granted = pool.lease("call", ROUTE, AMPLE, null);
                assertThat(pool.getTotalStats().getLeased()).isEqualTo(1);

                LeaseRequest lease = new ConnectionPool.Lease(givingUp(moment, granted), pool);

                assertThatThrownBy(() -> lease.get(AMPLE)).isSameAs(moment);
                assertThat(pool.getTotalStats().getLeased()).as("lent after %s", moment).isZero();
            }
        }
    }

    @Test
    void whoGivesUpWithoutAConnectionLeavesNothingBehind() throws Exception {
        try (ConnectionPool pool = pool()) {
            pool.setMaxTotal(1);
            ConnectionEndpoint only = pool.lease("first", ROUTE, AMPLE, null).get(AMPLE);
            for (Exception moment : moments()) {
                LeaseRequest waiting = pool.lease("second", ROUTE, AMPLE, null);
                LeaseRequest lease = new ConnectionPool.Lease(givingUp(moment, waiting), pool);

                assertThatThrownBy(() -> lease.get(AMPLE)).isSameAs(moment);
            }
            pool.release(only, null, TimeValue.ZERO_MILLISECONDS);

            assertThat(pool.getTotalStats().getLeased()).isZero();
            assertThat(pool.getTotalStats().getPending()).isZero();
        }
    }

    private static Exception[] moments() {
        return new Exception[] {new TimeoutException("over"), new InterruptedException("now")};
    }

    /** The first wait ends with a failure; what the pool did meanwhile stands. */
    private static LeaseRequest givingUp(Exception failure, LeaseRequest granted) {
        return new LeaseRequest() {
            private boolean gaveUp;

            @Override
            public ConnectionEndpoint get(Timeout timeout)
                    throws InterruptedException, ExecutionException, TimeoutException {
                if (gaveUp) {
                    return granted.get(timeout);
                }
                gaveUp = true;
                if (failure instanceof InterruptedException interrupted) {
                    throw interrupted;
                }
                throw (TimeoutException) failure;
            }

            @Override
            public boolean cancel() {
                return granted.cancel();
            }
        };
    }

    private static ConnectionPool pool() {
        return new ConnectionPool(
                new Dialer(
                        new NameResolver(InetAddress::getAllByName, 2),
                        OwnTrust.read(),
                        Duration.ofSeconds(1)),
                TimeValue.ofMinutes(5),
                Http1Config.DEFAULT);
    }
}
