package id.dompet.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Sends one request over a raw socket and tells how the connection ended. */
public final class RawClient {

    /** How the connection ended. */
    public enum End {
        /** Orderly end of stream. */
        CLOSED,
        /** TCP reset. */
        RESET,
        /** Still open, nothing more came. */
        SILENT
    }

    /** What arrived. */
    public record Outcome(String received, End end) {
        /** What arrived after the empty line. */
        public String body() {
            int split = received.indexOf("\r\n\r\n");
            return split < 0 ? "" : received.substring(split + 4);
        }
    }

    private RawClient() {}

    /** Posts a body with {@code Connection: close} and reads until the end. */
    public static Outcome post(int port, String path, String extraHeaders, String body)
            throws IOException {
        return exchange(port, request(path, extraHeaders, body));
    }

    /** The text of a POST with {@code Connection: close}. */
    public static String request(String path, String extraHeaders, String body) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return "POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n%sContent-Length: %d\r\n\r\n%s"
                .formatted(path, extraHeaders, length, body);
    }

    /** Sends the text and reads until the end. */
    public static Outcome exchange(int port, String request) throws IOException {
        return exchange(port, request, 10_000);
    }

    /** Sends the text and reads until the end, or until so long passes without a byte. */
    public static Outcome exchange(int port, String request, int silenceMillis) throws IOException {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(silenceMillis);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            InputStream in = socket.getInputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                received.write(next);
            }
            return new Outcome(received.toString(StandardCharsets.ISO_8859_1), End.CLOSED);
        } catch (SocketTimeoutException e) {
            return new Outcome(received.toString(StandardCharsets.ISO_8859_1), End.SILENT);
        } catch (SocketException e) {
            return new Outcome(received.toString(StandardCharsets.ISO_8859_1), End.RESET);
        }
    }
}
