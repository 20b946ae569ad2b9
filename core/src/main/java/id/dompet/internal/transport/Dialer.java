package id.dompet.internal.transport;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections: resolves, connects to one address after the other, and secures, every step
 * within what the call has left. Stateless but for its settings; thread-safe.
 *
 * <p>Sockets come from a {@link SocketChannel}: their state can be looked at without waiting, and a
 * thread's interrupt ends what it waits for.
 */
final class Dialer implements HttpClientConnectionOperator {
    private static final String[] TLS_VERSIONS = {"TLSv1.3", "TLSv1.2"};

    private final NameResolver names;
    private final SSLContext tls;
    private final Duration connectTimeout;

    Dialer(NameResolver names, SSLContext tls, Duration connectTimeout) {
        this.names = names;
        this.tls = tls;
        this.connectTimeout = connectTimeout;
    }

    @Override
    public void connect(
            ManagedHttpClientConnection connection,
            HttpHost host,
            @Nullable InetSocketAddress localAddress,
            @Nullable TimeValue unused,
            SocketConfig socketConfig,
            HttpContext context)
            throws IOException {
        Exchange exchange = Exchange.of(context);
        exchange.enter(Exchange.Stage.RESOLVING);
        InetAddress[] addresses = names.resolve(host.getHostName(), exchange);
        exchange.interruptWith(() -> connection.close(CloseMode.IMMEDIATE));
        try {
            Socket socket = connectToAny(connection, addresses, port(host), exchange);
            if (URIScheme.HTTPS.same(host.getSchemeName())) {
                secure(connection, socket, host, exchange);
            }
        } finally {
            exchange.interruptByCancelling();
        }
        exchange.enter(exchange.stage());
    }

    private Socket connectToAny(
            ManagedHttpClientConnection connection,
            InetAddress[] addresses,
            int port,
            Exchange exchange)
            throws IOException {
        IOException failed = new ConnectException("There is no address to connect to");
        for (InetAddress address : addresses) {
            exchange.enter(Exchange.Stage.CONNECTING);
            try {
                return connectTo(connection, new InetSocketAddress(address, port), exchange);
            } catch (IOException e) {
                failed = e;
                if (Thread.currentThread().isInterrupted()) {
                    break;
                }
            }
        }
        throw failed;
    }

    private Socket connectTo(
            ManagedHttpClientConnection connection, InetSocketAddress address, Exchange exchange)
            throws IOException {
        SocketChannel channel = SocketChannel.open();
        Socket socket = channel.socket();
        try {
            // Bound before it is connected, so that ending the call also ends the connecting.
            connection.bind(socket);
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            socket.connect(address, exchange.remainingMillis(connectTimeout));
            return socket;
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    /** Through a proxy's tunnel: the connection is there, TLS to the provider is not. */
    @Override
    public void upgrade(ManagedHttpClientConnection connection, HttpHost host, HttpContext context)
            throws IOException {
        Exchange exchange = Exchange.of(context);
        Socket socket = connection.getSocket();
        if (socket == null) {
            throw new InterruptedIOException("The connection to the proxy is closed");
        }
        secure(connection, socket, host, exchange);
    }

    private void secure(
            ManagedHttpClientConnection connection, Socket socket, HttpHost host, Exchange exchange)
            throws IOException {
        exchange.enter(Exchange.Stage.SECURING);
        SSLSocket secured =
                (SSLSocket)
                        tls.getSocketFactory()
                                .createSocket(socket, host.getHostName(), port(host), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setProtocols(TLS_VERSIONS);
        // The JDK's own check of the certificate's names, as RFC 2818 wants it.
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.setSoTimeout(exchange.remainingMillis(connectTimeout));
        secured.startHandshake();
        connection.bind(secured, socket);
    }

    private static int port(HttpHost host) {
        if (host.getPort() > 0) {
            return host.getPort();
        }
        return URIScheme.HTTPS.same(host.getSchemeName()) ? 443 : 80;
    }
}
