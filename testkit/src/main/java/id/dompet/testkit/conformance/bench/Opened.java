package id.dompet.testkit.conformance.bench;

import id.dompet.http.InboundRequest;
import id.dompet.model.Notification;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading something that arrived.
 *
 * @param said what the module made of it; absent if something was thrown
 * @param thrown what escaped
 */
public record Opened(@Nullable Notification said, @Nullable Throwable thrown) {

    public static Opened by(Bench bench, InboundRequest request) {
        return by(bench.dompet, request);
    }

    // Whatever escapes is what this is about, errors of deep recursion included.
    @SuppressWarnings("CatchingUnchecked")
    public static Opened by(id.dompet.Dompet dompet, InboundRequest request) {
        try {
            return new Opened(dompet.read(Bench.ID, request), null);
        } catch (Throwable e) {
            return new Opened(null, e);
        }
    }

    /** Whether the module takes it for the provider's: a notification, or what comes before one. */
    public boolean isTakenForGenuine() {
        return said instanceof Notification.Verified || said instanceof Notification.Handshake;
    }

    public Optional<Notification.Verified> verified() {
        return said instanceof Notification.Verified verified
                ? Optional.of(verified)
                : Optional.empty();
    }

    public Optional<Notification.Rejected> rejected() {
        return said instanceof Notification.Rejected rejected
                ? Optional.of(rejected)
                : Optional.empty();
    }

    @Override
    public String toString() {
        return thrown == null ? String.valueOf(said) : "thrown: " + thrown;
    }
}
