package id.dompet.internal.transport;

import java.security.GeneralSecurityException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/**
 * The trust of the JDK itself, not the JVM's default context: anybody in the JVM may have replaced
 * that one. Reading the trust store takes a seventh of a start, so a thread of its own does it
 * while the providers are put together. Thread-safe.
 */
final class OwnTrust implements Supplier<SSLContext> {
    private final CompletableFuture<SSLContext> reading;

    private OwnTrust(CompletableFuture<SSLContext> reading) {
        this.reading = reading;
    }

    /** Begins to read. */
    static OwnTrust beingRead() {
        return new OwnTrust(CompletableFuture.supplyAsync(OwnTrust::read, OwnTrust::beside));
    }

    private static void beside(Runnable task) {
        Thread thread = new Thread(task, "dompet-trust");
        thread.setDaemon(true);
        thread.start();
    }

    private static SSLContext read() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new CompletionException(e);
        }
    }

    /**
     * Waits until it is read, also in an interrupted thread, whose flag stays set.
     *
     * @throws IllegalStateException if it cannot be read
     */
    @Override
    public SSLContext get() {
        try {
            return reading.join();
        } catch (CompletionException e) {
            throw new IllegalStateException("this Java runtime has no usable TLS", e.getCause());
        }
    }
}
