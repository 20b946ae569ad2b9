package id.dompet.sandbox.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Tells every open page that something changed, so that it looks again. Says nothing about what
 * changed: many changes become one look. Thread-safe.
 */
public final class LiveChannel implements AutoCloseable {
    private static final int MOST_READERS = 64;
    private static final long HEARTBEAT_MILLIS = Duration.ofSeconds(15).toMillis();

    private long changes;
    private int readers;
    private boolean closed;

    /** Something changed. */
    public synchronized void changed() {
        changes++;
        notifyAll();
    }

    /** Ends every stream. */
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** Writes events until the reader is gone or the channel is closed. */
    void writeTo(OutputStream out) throws IOException {
        if (!enter()) {
            out.write(utf8("retry: 10000\n\n"));
            return;
        }
        try {
            long seen = count();
            out.write(utf8("retry: 1000\nevent: change\ndata: " + seen + "\n\n"));
            out.flush();
            while (true) {
                long now = awaitChange(seen);
                if (isClosed()) {
                    return;
                }
                out.write(utf8(now == seen ? ": still here\n\n" : event(now)));
                out.flush();
                seen = now;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            leave();
        }
    }

    private static String event(long number) {
        return "event: change\ndata: " + number + "\n\n";
    }

    /** The number of changes, once it is another than this or a heartbeat is due. */
    private synchronized long awaitChange(long seen) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofMillis(HEARTBEAT_MILLIS).toNanos();
        while (changes == seen && !closed) {
            long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            if (left <= 0) {
                break;
            }
            wait(left);
        }
        return changes;
    }

    private synchronized boolean enter() {
        if (closed || readers == MOST_READERS) {
            return false;
        }
        readers++;
        return true;
    }

    private synchronized void leave() {
        readers--;
    }

    private synchronized long count() {
        return changes;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
