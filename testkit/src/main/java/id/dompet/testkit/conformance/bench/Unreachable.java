package id.dompet.testkit.conformance.bench;

import id.dompet.Dompet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * The merchant's facade with an address behind which there is no provider: whatever it is asked,
 * nothing is sent. On the same store as the bench, so that links and tokens are there.
 *
 * @param name why nothing can be sent, in words that fit into "when ..."
 * @param dompet the facade
 */
public record Unreachable(String name, Dompet dompet) {

    /** Every kind; closed with the bench. */
    public static List<Unreachable> all(Bench bench) {
        URI there = bench.provider.baseUrl();
        List<Unreachable> all = new ArrayList<>();
        all.add(at(bench, "nobody listens", "http://127.0.0.1:" + portThatWasFree()));
        // A label this long is refused before any name server is asked.
        all.add(at(bench, "the name does not resolve", "https://" + "n".repeat(64) + ".invalid"));
        all.add(
                at(
                        bench,
                        "the TLS handshake fails",
                        "https://" + there.getHost() + ":" + there.getPort()));
        return List.copyOf(all);
    }

    private static Unreachable at(Bench bench, String name, String address) {
        return new Unreachable(name, bench.open(bench.config(bench.setup, URI.create(address))));
    }

    private static int portThatWasFree() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
