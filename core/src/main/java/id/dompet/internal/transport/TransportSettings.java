package id.dompet.internal.transport;

import id.dompet.model.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How the door to HTTP is set up.
 *
 * @param connectTimeout for the connection alone; the call's deadline always ends it too
 * @param maxConnections to one host at a time
 * @param maxResponseBytes larger answers are not read to their end
 * @param proxy for every request, if there is one
 */
public record TransportSettings(
        Duration connectTimeout, int maxConnections, int maxResponseBytes, Optional<Proxy> proxy) {

    /**
     * An HTTP proxy.
     *
     * @param address {@code http://host:port}
     * @param user if it wants one
     * @param password if it wants one
     */
    public record Proxy(URI address, Optional<String> user, Optional<Secret> password) {}

    /** What applies when nothing is configured. */
    public static TransportSettings defaults() {
        return new TransportSettings(Duration.ofSeconds(5), 64, 256 * 1024, Optional.empty());
    }
}
