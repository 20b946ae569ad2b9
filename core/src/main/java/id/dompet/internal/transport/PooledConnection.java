package id.dompet.internal.transport;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * A connection of the pool. In place of HttpClient's own, which writes every header and body to its
 * log when asked to, and whose check for a closed connection waits a millisecond each time; this
 * one logs nothing and its check does not wait.
 */
final class PooledConnection extends DefaultBHttpClientConnection
        implements ManagedHttpClientConnection {

    /** Long enough not to round to zero, which would mean for ever; a probe never waits for it. */
    private static final Timeout PROBE = Timeout.ofMilliseconds(1);

    private final AtomicBoolean closed = new AtomicBoolean();

    PooledConnection(Http1Config limits) {
        super(limits, null, null, StrictLength.INSTANCE, null, null, null);
    }

    @Override
    public void bind(Socket socket) throws IOException {
        bind(new Wire(socket));
    }

    @Override
    public void bind(SSLSocket secured, Socket socket) throws IOException {
        bind(new Wire(secured, socket));
    }

    @Override
    protected void bind(SocketHolder holder) throws IOException {
        super.bind(holder);
        // After binding, not before: closing may come from another thread at any moment.
        if (closed.get()) {
            super.close(CloseMode.IMMEDIATE);
            throw new InterruptedIOException("The connection was closed while it was opened");
        }
    }

    /** The next request on this connection belongs to this call, or to none. */
    void carry(@Nullable Exchange exchange) throws IOException {
        wire().carry(exchange);
    }

    @Override
    public ClassicHttpResponse receiveResponseHeader() throws HttpException, IOException {
        wire().endIsBroken(true);
        return super.receiveResponseHeader();
    }

    @Override
    public void receiveResponseEntity(ClassicHttpResponse answer)
            throws HttpException, IOException {
        super.receiveResponseEntity(answer);
        boolean endsWithConnection =
                StrictLength.INSTANCE.determineLength(answer) == ContentLengthStrategy.UNDEFINED;
        wire().endIsBroken(!endsWithConnection);
    }

    @Override
    public boolean isStale() {
        if (!isOpen()) {
            return true;
        }
        try {
            Wire wire = wire();
            boolean buffered;
            boolean disturbed;
            wire.startProbe();
            try {
                buffered = isDataAvailable(PROBE);
            } finally {
                disturbed = wire.endProbe();
            }
            return buffered || disturbed;
        } catch (IOException e) {
            return true;
        }
    }

    private Wire wire() throws IOException {
        return (Wire) ensureOpen();
    }

    @Override
    public @Nullable Socket getSocket() {
        SocketHolder holder = getSocketHolder();
        return holder == null ? null : holder.getSocket();
    }

    /** What comes here went wrong: there is nothing left to flush, and nobody to wait for. */
    @Override
    public void close() {
        close(CloseMode.IMMEDIATE);
    }

    @Override
    public void close(CloseMode mode) {
        closed.set(true);
        super.close(mode);
    }

    /** Nothing to do: each call sets its own time-outs. */
    @Override
    public void passivate() {}

    /** Nothing to do: each call sets its own time-outs. */
    @Override
    public void activate() {}
}
