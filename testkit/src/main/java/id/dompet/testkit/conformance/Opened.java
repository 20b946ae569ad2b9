package id.dompet.testkit.conformance;

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
record Opened(@Nullable Notification said, @Nullable Throwable thrown) {

    static Opened by(Bench bench, InboundRequest request) {
        return by(bench.dompet, request);
    }

    // Whatever escapes is what this is about, errors of deep recursion included.
    @SuppressWarnings("CatchingUnchecked")
    static Opened by(id.dompet.Dompet dompet, InboundRequest request) {
        try {
            return new Opened(dompet.read(Bench.ID, request), null);
        } catch (Throwable e) {
            return new Opened(null, e);
        }
    }

    /** Whether the module takes it for the provider's: a notification, or what comes before one. */
    boolean isTakenForGenuine() {
        return said instanceof Notification.Verified || said instanceof Notification.Handshake;
    }

    Optional<Notification.Verified> verified() {
        return said instanceof Notification.Verified verified
                ? Optional.of(verified)
                : Optional.empty();
    }

    Optional<Notification.Rejected> rejected() {
        return said instanceof Notification.Rejected rejected
                ? Optional.of(rejected)
                : Optional.empty();
    }

    @Override
    public String toString() {
        return thrown == null ? String.valueOf(said) : "thrown: " + thrown;
    }
}
