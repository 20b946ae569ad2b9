package id.dompet.internal.transport;

import java.security.GeneralSecurityException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/**
 * The trust of the JDK itself, not the JVM's default context: anybody in the JVM may have replaced
 * that one. Reading the trust store takes a seventh of a start, so a thread of its own does it
 * while the providers are put together. Thread-safe.
 */
final class OwnTrust implements Supplier<SSLContext> {
    private final FutureTask<SSLContext> reading = new FutureTask<>(OwnTrust::read);

    private OwnTrust() {}

    /** Begins to read. */
    static OwnTrust beingRead() {
        OwnTrust trust = new OwnTrust();
        Thread thread = new Thread(trust.reading, "dompet-trust");
        thread.setDaemon(true);
        thread.start();
        return trust;
    }

    private static SSLContext read() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, null, null);
        return context;
    }

    /**
     * Waits until it is read.
     *
     * @throws IllegalStateException if it cannot be read, or the calling thread was interrupted,
     *     whose flag stays set
     */
    @Override
    public SSLContext get() {
        try {
            return reading.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the trust store was read", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("this Java runtime has no usable TLS", e.getCause());
        }
    }
}
