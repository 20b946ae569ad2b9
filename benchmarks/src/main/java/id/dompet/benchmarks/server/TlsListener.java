package id.dompet.benchmarks.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;

/** HTTPS with one thread for each connection. */
final class TlsListener implements Runnable {
    private final ServerSocket accepting;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicLong accepted = new AtomicLong();

    TlsListener(SSLContext context) throws IOException {
        accepting =
                context.getServerSocketFactory()
                        .createServerSocket(0, 1024, InetAddress.getLoopbackAddress());
    }

    int port() {
        return accepting.getLocalPort();
    }

    @Override
    public void run() {
        while (true) {
            try {
                Socket socket = accepting.accept();
                accepted.incrementAndGet();
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                throw new IllegalStateException("the server cannot accept", e);
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            byte[] arrived = new byte[32 * 1024];
            Incoming incoming = new Incoming();
            while (true) {
                int count = socket.getInputStream().read(arrived);
                if (count < 0) {
                    return;
                }
                incoming.add(arrived, count);
                while (incoming.isComplete()) {
                    String path = incoming.path();
                    incoming.drop();
                    socket.getOutputStream().write(answer(path));
                }
            }
        } catch (IOException e) {
            // The client has gone; that is its right.
            if (Boolean.getBoolean("dompet.benchmarks.verbose")) {
                System.err.write(e.toString().getBytes(US_ASCII), 0, e.toString().length());
            }
        }
    }

    private byte[] answer(String path) {
        return path.equals("/connections")
                ? Answers.response("200 OK", accepted.toString())
                : Answers.to(path);
    }
}
