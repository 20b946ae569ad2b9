package id.dompet.benchmarks.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * The limit: a socket for each caller that stays open, on which precomputed bytes are written and
 * as many bytes read as the first answer had.
 */
record RawSocket(URI base, Optional<SSLContext> trust, Recorded request) implements Client {

    @Override
    public Caller caller() throws IOException {
        Socket socket =
                trust.isPresent()
                        ? trust.get()
                                .getSocketFactory()
                                .createSocket(base.getHost(), base.getPort())
                        : new Socket(base.getHost(), base.getPort());
        socket.setTcpNoDelay(true);
        return new Kept(socket, request.raw().bytes());
    }

    private static final class Kept implements Caller {
        private static final byte[] OK = "HTTP/1.1 200".getBytes(US_ASCII);

        private final Socket socket;
        private final InputStream in;
        private final OutputStream out;
        private final byte[] request;
        private final byte[] answer = new byte[8 * 1024];
        private int answerLength;

        Kept(Socket socket, byte[] request) throws IOException {
            this.socket = socket;
            this.in = socket.getInputStream();
            this.out = socket.getOutputStream();
            this.request = request;
        }

        @Override
        public void call() throws IOException {
            out.write(request);
            int length = in.read(answer);
            if (answerLength == 0) {
                answerLength = length;
            }
            while (length >= 0 && length < answerLength) {
                length += Math.max(0, in.read(answer, length, answerLength - length));
            }
            if (length < 0) {
                throw new EOFException("the server closed");
            }
            for (int i = 0; i < OK.length; i++) {
                if (answer[i] != OK[i]) {
                    throw new IOException("not HTTP 200");
                }
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
