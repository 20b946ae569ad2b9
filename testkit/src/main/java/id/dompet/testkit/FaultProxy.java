package id.dompet.testkit;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP/1.1 proxy over raw sockets that stands in front of one server and breaks responses in
 * ways an HTTP server cannot: bytes cut off under the full {@code Content-Length}, resets,
 * half-open connections, slow heads. Requests pass through untouched. {@code HEAD} requests are not
 * supported. Thread-safe.
 */
public final class FaultProxy implements AutoCloseable {

    /** A response with this header meets the fault planned under its value; it is not passed on. */
    static final String PLAN_HEADER = "X-Simulator-Wire-Fault";

    private final ServerSocket listener;
    private final InetSocketAddress backend;
    private final Queue<WireFault> queued = new ConcurrentLinkedQueue<>();
    private final Map<String, WireFault> planned = new ConcurrentHashMap<>();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads =
            Executors.newCachedThreadPool(
                    task -> {
                        Thread thread = new Thread(task, "fault-proxy");
                        thread.setDaemon(true);
                        return thread;
                    });

    private FaultProxy(ServerSocket listener, InetSocketAddress backend) {
        this.listener = listener;
        this.backend = backend;
    }

    /** Starts on a free port of 127.0.0.1, in front of the server on this port of 127.0.0.1. */
    public static FaultProxy inFrontOf(int backendPort) {
        return start("127.0.0.1", 0, backendPort);
    }

    static FaultProxy start(String bindAddress, int port, int backendPort) {
        ServerSocket listener = listen(bindAddress, port);
        FaultProxy proxy =
                new FaultProxy(
                        listener,
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), backendPort));
        proxy.threads.execute(proxy::accept);
        return proxy;
    }

    /** Opens the listening socket; a port in use is reported in one sentence. */
    private static ServerSocket listen(String bindAddress, int port) {
        ServerSocket socket = null;
        try {
            socket = new ServerSocket();
            // Without this, a port of a simulator that was just closed could not be taken again.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(bindAddress, port), 256);
            return socket;
        } catch (IOException e) {
            closeQuietly(socket);
            throw new IllegalStateException(whyNot(bindAddress, port, e), e);
        }
    }

    private static String whyNot(String bindAddress, int port, IOException e) {
        String reason = String.valueOf(e.getMessage());
        return reason.contains("in use")
                ? "Port %d of %s is already in use.".formatted(port, bindAddress)
                : "Port %d of %s cannot be opened: %s.".formatted(port, bindAddress, reason);
    }

    /** The next response that is not planned otherwise meets this fault; calls queue up. */
    public void next(WireFault fault) {
        queued.add(fault);
    }

    /** Where the proxy listens. */
    public int port() {
        return listener.getLocalPort();
    }

    /** {@code http://127.0.0.1:PORT}. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** Plans a fault and returns the value {@link #PLAN_HEADER} must have to meet it. */
    String plan(WireFault fault) {
        String ticket = UUID.randomUUID().toString();
        planned.put(ticket, fault);
        return ticket;
    }

    /** Ends every connection, in whatever state, and goes on listening. */
    void dropConnections() {
        sockets.forEach(FaultProxy::closeQuietly);
    }

    /** Stops listening and ends every connection. */
    @Override
    public void close() {
        closing.countDown();
        closeQuietly(listener);
        sockets.forEach(FaultProxy::closeQuietly);
        threads.shutdownNow();
    }

    private void accept() {
        while (!listener.isClosed()) {
            acceptOne();
        }
    }

    private void acceptOne() {
        try {
            Socket client = listener.accept();
            sockets.add(client);
            threads.execute(() -> serve(client));
        } catch (IOException | RejectedExecutionException e) {
            // Either close() was called, which the loop above sees, or one connection failed,
            // which is the problem of its client.
            return;
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket server = new Socket()) {
            sockets.add(server);
            server.connect(backend);
            server.setTcpNoDelay(true);
            client.setTcpNoDelay(true);
            CountDownLatch clientGone = new CountDownLatch(1);
            threads.execute(() -> passRequests(client, server, clientGone));
            new ResponsePump(client, server, closing, clientGone).run(this::faultFor);
        } catch (IOException e) {
            // A broken connection is what this class is for; both sockets are closed here.
            return;
        } finally {
            sockets.remove(client);
            sockets.removeIf(Socket::isClosed);
        }
    }

    private static void passRequests(Socket client, Socket server, CountDownLatch clientGone) {
        try {
            client.getInputStream().transferTo(server.getOutputStream());
            server.shutdownOutput();
        } catch (IOException e) {
            // One of the two is gone: the other direction ends as well.
            closeQuietly(server);
        } finally {
            clientGone.countDown();
        }
    }

    private WireFault faultFor(ResponseHead head) {
        String ticket = head.value(PLAN_HEADER);
        WireFault fault = ticket == null ? queued.poll() : planned.remove(ticket);
        return fault == null ? new WireFault.Intact() : fault;
    }

    private static void closeQuietly(@Nullable Closeable socket) {
        if (socket == null) {
            return;
        }
        try {
            socket.close();
        } catch (IOException e) {
            // Nothing is left to be done with it.
            return;
        }
    }
}
