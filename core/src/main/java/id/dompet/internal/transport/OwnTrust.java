package id.dompet.internal.transport;

import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;

/**
 * The trust of the JDK itself, not the JVM's default context: anybody in the JVM may have replaced
 * that one.
 */
final class OwnTrust {
    private OwnTrust() {}

    /**
     * Reads the JDK's trust store.
     *
     * @throws IllegalStateException if it cannot be read
     */
    static SSLContext read() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no usable TLS", e);
        }
    }
}
