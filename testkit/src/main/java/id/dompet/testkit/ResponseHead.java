package id.dompet.testkit;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Status line and headers of one response, and how its body is framed. */
final class ResponseHead {

    private static final int LIMIT = 64 * 1024;

    private final List<String> lines;

    private ResponseHead(List<String> lines) {
        this.lines = lines;
    }

    /** Reads up to the empty line; null at the orderly end of the connection. */
    static @Nullable ResponseHead read(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        List<String> lines = new ArrayList<>();
        for (int count = 0; count < LIMIT; count++) {
            int next = in.read();
            if (next < 0) {
                if (count == 0) {
                    return null;
                }
                throw new EOFException("response ends inside its head");
            }
            if (next != '\n') {
                line.write(next);
                continue;
            }
            String text = line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
            line.reset();
            if (text.isEmpty()) {
                return new ResponseHead(lines);
            }
            lines.add(text);
        }
        throw new IOException("response head too long");
    }

    @Nullable String value(String name) {
        String prefix = name.toLowerCase(Locale.ROOT) + ":";
        return lines.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                .map(line -> line.substring(prefix.length()).strip())
                .findFirst()
                .orElse(null);
    }

    /** The head as it goes to the client, without the header that only concerns the proxy. */
    byte[] bytesWithout(String name) {
        String prefix = name.toLowerCase(Locale.ROOT) + ":";
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            if (!line.toLowerCase(Locale.ROOT).startsWith(prefix)) {
                text.append(line).append("\r\n");
            }
        }
        return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Interim answers (100 Continue) are followed by another head, not by a body. */
    boolean isInterim() {
        return status() < 200;
    }

    byte[] readBody(InputStream in) throws IOException {
        if (isInterim() || status() == 204 || status() == 304) {
            return new byte[0];
        }
        String length = value("Content-Length");
        if (length != null) {
            byte[] body = in.readNBytes(Integer.parseInt(length));
            if (body.length < Integer.parseInt(length)) {
                throw new EOFException("response ends inside its body");
            }
            return body;
        }
        String coding = value("Transfer-Encoding");
        return coding == null ? in.readAllBytes() : readChunks(in);
    }

    private static byte[] readChunks(InputStream in) throws IOException {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        while (true) {
            String line = copyLine(in, raw);
            int size = Integer.parseInt(line.split(";", -1)[0].strip(), 16);
            raw.write(in.readNBytes(size));
            // After the last chunk come trailers up to an empty line, after others just that line.
            String rest = copyLine(in, raw);
            if (size == 0) {
                while (!rest.isEmpty()) {
                    rest = copyLine(in, raw);
                }
                return raw.toByteArray();
            }
        }
    }

    private static String copyLine(InputStream in, ByteArrayOutputStream raw) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = in.read();
        while (next >= 0 && next != '\n') {
            raw.write(next);
            line.append((char) next);
            next = in.read();
        }
        if (next < 0) {
            throw new EOFException("response ends inside its body");
        }
        raw.write('\n');
        return line.toString().strip();
    }

    private int status() {
        return Integer.parseInt(lines.get(0).split(" ", -1)[1]);
    }
}
