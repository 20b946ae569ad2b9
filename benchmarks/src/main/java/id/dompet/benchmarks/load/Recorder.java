package id.dompet.benchmarks.load;

import id.dompet.benchmarks.server.Answers;
import id.dompet.benchmarks.server.Incoming;
import id.dompet.http.Body;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** Answers like the server and keeps the last request. */
final class Recorder implements AutoCloseable {
    private final ServerSocket accepting;
    private final AtomicReference<Body> last = new AtomicReference<>(Body.empty());

    Recorder() throws IOException {
        accepting = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::acceptAll, "recorder");
        thread.setDaemon(true);
        thread.start();
    }

    URI address() {
        return URI.create("http://localhost:" + accepting.getLocalPort());
    }

    Recorded last() {
        return Recorded.of(Objects.requireNonNull(last.get()));
    }

    private void acceptAll() {
        while (!accepting.isClosed()) {
            try (Socket socket = accepting.accept()) {
                Incoming incoming = new Incoming();
                byte[] arrived = new byte[8 * 1024];
                int count;
                while ((count = socket.getInputStream().read(arrived)) >= 0) {
                    incoming.add(arrived, count);
                    if (incoming.isComplete()) {
                        byte[] answer = Answers.to(incoming.path());
                        last.set(Body.of(incoming.take()));
                        socket.getOutputStream().write(answer);
                    }
                }
            } catch (IOException e) {
                // The client has gone, or the recorder is closed: there is nothing to record.
            }
        }
    }

    @Override
    public void close() throws IOException {
        accepting.close();
    }
}
