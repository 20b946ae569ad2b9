package id.dompet.internal.transport;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** One connection of a {@link RawServer}, for its script. */
final class RawConnection {

    /** What a client sent: the head as it came, and the body. */
    record Received(String head, String body) {
        String firstLine() {
            return head.substring(0, head.indexOf("\r\n"));
        }
    }

    private final Socket socket;
    private final AtomicInteger requests;

    RawConnection(Socket socket, AtomicInteger requests) {
        this.socket = socket;
        this.requests = requests;
    }

    /** The next complete request; empty at the end of the connection. */
    Optional<Received> read() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                return Optional.empty();
            }
            head.write(next);
        }
        String text = head.toString(StandardCharsets.ISO_8859_1);
        byte[] body = socket.getInputStream().readNBytes(lengthIn(text));
        requests.incrementAndGet();
        return Optional.of(new Received(text, new String(body, StandardCharsets.UTF_8)));
    }

    /** The next complete request; its absence ends the script. */
    Received request() throws IOException {
        return read().orElseThrow(() -> new EOFException("no request came"));
    }

    private static int lengthIn(String head) {
        for (String line : head.toLowerCase(Locale.ROOT).split("\r\n", -1)) {
            if (line.startsWith("content-length:")) {
                return Integer.parseInt(line.substring("content-length:".length()).strip());
            }
        }
        return 0;
    }

    void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    void halfClose() throws IOException {
        socket.shutdownOutput();
    }

    /** Closes so that the other side sees a reset. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    void close() throws IOException {
        socket.close();
    }

    Socket socket() {
        return socket;
    }
}
