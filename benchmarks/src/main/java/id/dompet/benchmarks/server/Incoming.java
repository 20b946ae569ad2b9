package id.dompet.benchmarks.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Locale;

/** Collects the bytes of one connection until a request is complete. Not thread-safe. */
public final class Incoming {
    private static final String LENGTH = "\r\ncontent-length:";

    private byte[] bytes = new byte[8 * 1024];
    private int size;
    private int end = -1;

    /** Takes what has arrived. */
    public void add(byte[] from, int length) {
        if (size + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + length));
        }
        System.arraycopy(from, 0, bytes, size, length);
        size += length;
    }

    /** Whether a whole request is there. */
    public boolean isComplete() {
        int head = headEnd();
        if (head < 0) {
            return false;
        }
        end = head + contentLength(head);
        return size >= end;
    }

    private int headEnd() {
        for (int i = 3; i < size; i++) {
            if (bytes[i] == '\n' && bytes[i - 2] == '\n' && bytes[i - 1] == '\r') {
                return i + 1;
            }
        }
        return -1;
    }

    /** Compared byte by byte: a whole head in lower case would cost more than the answer. */
    private int contentLength(int head) {
        for (int at = 0; at + LENGTH.length() < head; at++) {
            if (bytes[at] == '\r' && isLengthAt(at)) {
                return number(at + LENGTH.length());
            }
        }
        return 0;
    }

    private boolean isLengthAt(int at) {
        for (int i = 0; i < LENGTH.length(); i++) {
            int b = bytes[at + i];
            if ((b >= 'A' && b <= 'Z' ? b + 32 : b) != LENGTH.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int number(int from) {
        int at = from;
        while (bytes[at] == ' ') {
            at++;
        }
        int value = 0;
        while (bytes[at] >= '0' && bytes[at] <= '9') {
            value = 10 * value + bytes[at++] - '0';
        }
        return value;
    }

    /** The path of the complete request, without its query. */
    public String path() {
        int from = 0;
        while (bytes[from] != ' ') {
            from++;
        }
        int to = ++from;
        while (bytes[to] != ' ' && bytes[to] != '?') {
            to++;
        }
        return new String(bytes, from, to - from, ISO_8859_1);
    }

    /** The complete request; what follows it is kept. */
    public byte[] take() {
        byte[] request = Arrays.copyOf(bytes, end);
        drop();
        return request;
    }

    /** Forgets the complete request; what follows it is kept. */
    void drop() {
        System.arraycopy(bytes, end, bytes, 0, size - end);
        size -= end;
        end = -1;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "Incoming[%d bytes]", size);
    }
}
