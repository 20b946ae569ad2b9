package id.dompet.internal.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server on loopback that does to the bytes of HTTP whatever a script says, and counts. Each
 * connection runs the script once, on a thread of its own, and is closed when the script ends.
 */
final class RawServer implements AutoCloseable {

    /** What happens on one connection. */
    @FunctionalInterface
    interface Script {
        void play(RawConnection connection) throws Exception;
    }

    private final ServerSocket listener;
    private final Script script;
    private final String scheme;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();

    private RawServer(ServerSocket listener, String scheme, Script script) {
        this.listener = listener;
        this.scheme = scheme;
        this.script = script;
        daemon(this::accept);
    }

    static RawServer playing(Script script) throws IOException {
        return new RawServer(
                new ServerSocket(0, 100, InetAddress.getLoopbackAddress()), "http", script);
    }

    /** On a listening socket of the caller's, which may speak TLS. */
    static RawServer playing(ServerSocket listener, Script script) {
        return new RawServer(listener, "https", script);
    }

    /** Answers every request on every connection the same way, for ever. */
    static RawServer answering(String answer) throws IOException {
        return playing(
                connection -> {
                    while (connection.read().isPresent()) {
                        connection.write(answer);
                    }
                });
    }

    /** A complete answer with a length. */
    static String answer(int status, String body, String... headers) {
        StringBuilder text = new StringBuilder("HTTP/1.1 " + status + " Whatever\r\n");
        for (String header : headers) {
            text.append(header).append("\r\n");
        }
        return text + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                // What a script has written is under way when it goes on.
                socket.setTcpNoDelay(true);
                open.add(socket);
                connections.incrementAndGet();
                daemon(() -> play(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void play(Socket socket) {
        try (socket) {
            script.play(new RawConnection(socket, requests));
        } catch (IOException ended) {
            // The other side went away, which many a script is about.
        } catch (Exception e) {
            throw new IllegalStateException("the script failed", e);
        } finally {
            open.remove(socket);
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    URI uri(String pathAndQuery) {
        return URI.create(scheme + "://localhost:" + port() + pathAndQuery);
    }

    int port() {
        return listener.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    int requests() {
        return requests.get();
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
