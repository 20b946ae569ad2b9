package id.dompet.internal.transport;

import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Puts a request on a connection: once for each call, not after its deadline, and with a mark at
 * its first byte. A proxy's {@code CONNECT} is not the request. Thread-safe.
 */
final class SendOnceExecutor extends HttpRequestExecutor {
    private final ProxyAccess proxy;

    SendOnceExecutor(ProxyAccess proxy) {
        this.proxy = proxy;
    }

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            @Nullable HttpResponseInformationCallback informed,
            HttpContext context)
            throws IOException, HttpException {
        Exchange exchange = Exchange.of(context);
        PooledConnection pooled = (PooledConnection) connection;
        if (Method.CONNECT.isSame(request.getMethod())) {
            exchange.enter(Exchange.Stage.TUNNELLING);
            proxy.authorize(request);
            pooled.carry(null);
        } else {
            exchange.claimSending();
            pooled.carry(exchange);
        }
        // The watchdog ends the call. A time-out of the socket's own would be for each read, and
        // would make every read of a channel's socket switch its mode to and fro.
        connection.setSocketTimeout(Timeout.DISABLED);
        return super.execute(request, connection, informed, context);
    }
}
