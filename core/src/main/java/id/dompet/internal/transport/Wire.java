package id.dompet.internal.transport;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.jspecify.annotations.Nullable;

/**
 * The socket of a pooled connection, with what has to be known about its bytes: when the first one
 * of a request leaves, whether the other side closed in the middle of an answer, and whether an
 * idle connection is still quiet. Used by the thread that holds the connection.
 */
final class Wire extends SocketHolder {
    /** Outside of the heap, so that looking copies nothing. */
    private final ByteBuffer probe = ByteBuffer.allocateDirect(1);

    private @Nullable Exchange exchange;
    private boolean endIsBroken;
    private boolean probing;
    private boolean disturbed;

    Wire(Socket socket) {
        super(socket);
    }

    Wire(SSLSocket secured, Socket socket) {
        super(secured, socket);
    }

    /** The next bytes belong to this call's request; empty for what is meant for a proxy. */
    void carry(@Nullable Exchange next) {
        exchange = next;
    }

    /**
     * Whether an answer is still due, so that the end of the stream breaks it. HttpClient's parsers
     * take that end for the end of the headers, or for the rest of the last chunk.
     */
    void endIsBroken(boolean now) {
        endIsBroken = now;
    }

    /** From here on reading only looks whether there is anything to read. */
    void startProbe() {
        probing = true;
        disturbed = false;
    }

    /** Whether the probe found the end of the stream or bytes that nobody asked for. */
    boolean endProbe() {
        probing = false;
        return disturbed;
    }

    /**
     * A connection between two calls has nothing to say. Closed by the other side, half-closed,
     * reset, a TLS alert, the rest of an earlier answer: all of it shows as a read that does not
     * come back empty, and each is a reason not to use the connection again.
     */
    private boolean isDisturbed(InputStream decrypted) {
        try {
            return (getSSLSocket() != null && decrypted.available() > 0) || hasBytesOrEnd();
        } catch (IOException e) {
            return true;
        }
    }

    private boolean hasBytesOrEnd() throws IOException {
        SocketChannel channel = getBaseSocket().getChannel();
        channel.configureBlocking(false);
        try {
            return channel.read(probe.clear()) != 0;
        } finally {
            channel.configureBlocking(true);
        }
    }

    @Override
    protected InputStream getInputStream(Socket socket) throws IOException {
        return new FilterInputStream(super.getInputStream(socket)) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                if (probing) {
                    disturbed = isDisturbed(in);
                    return 0;
                }
                int count = in.read(into, offset, length);
                if (count < 0 && endIsBroken) {
                    throw new ConnectionClosedException("Closed before the end of an answer");
                }
                return count;
            }
        };
    }

    @Override
    protected OutputStream getOutputStream(Socket socket) throws IOException {
        return new FilterOutputStream(super.getOutputStream(socket)) {
            @Override
            public void write(int single) throws IOException {
                mark();
                out.write(single);
            }

            @Override
            public void write(byte[] from, int offset, int length) throws IOException {
                mark();
                out.write(from, offset, length);
            }

            private void mark() {
                if (exchange != null) {
                    exchange.sendingBegins();
                }
            }
        };
    }
}
