package id.dompet.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.http.Body;
import id.dompet.http.HttpRequest;
import id.dompet.spi.TimeSource;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Short forms for what nearly every test of the transport says. */
final class Calls {
    private Calls() {}

    static ApacheTransport open() {
        return new ApacheTransport(TransportSettings.defaults(), Optional.empty());
    }

    static ApacheTransport open(Duration connectTimeout, int connections, int maxBytes) {
        return new ApacheTransport(
                new TransportSettings(connectTimeout, connections, maxBytes, Optional.empty()),
                Optional.empty());
    }

    static HttpRequest post(URI uri) {
        return HttpRequest.post(
                uri,
                HttpRequest.Effect.CHANGES_STATE,
                "application/json",
                Body.utf8("{\"amount\":\"10000.00\"}"));
    }

    static Deadline in(Duration time) {
        return Deadline.after(time, TimeSource.system());
    }

    /** Long enough for everything that is meant to be answered. */
    static Deadline amply() {
        return in(Duration.ofSeconds(20));
    }

    static void assertNothingLent(ApacheTransport transport) {
        assertThat(transport.connections().getLeased()).as("connections lent").isZero();
        assertThat(transport.connections().getPending()).as("calls waiting").isZero();
    }
}
