package id.dompet.internal.transport;

import static id.dompet.internal.transport.Calls.amply;
import static id.dompet.internal.transport.Calls.in;
import static id.dompet.internal.transport.Calls.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.dompet.http.HttpFailure;
import id.dompet.model.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Through a proxy the request is sent once too, and the proxy's own refusals are not answers. */
@Timeout(60)
final class ProxyTest {
    /** The user {@code merchant} with the password {@code canary}. */
    private static final String AUTHORIZED = "Proxy-Authorization: Basic bWVyY2hhbnQ6Y2FuYXJ5";

    private static final URI PROVIDER = URI.create("https://provider.invalid/pay?token=1");

    @TempDir private static Path folder;

    @Test
    void aPlainRequestGoesToTheProxyWithTheWholeAddressAndTheCredentials() throws IOException {
        List<String> heads = new CopyOnWriteArrayList<>();
        try (RawServer proxy =
                        RawServer.playing(
                                connection -> {
                                    heads.add(connection.request().head());
                                    connection.write(RawServer.answer(200, "ok"));
                                });
                ApacheTransport transport = through(proxy.port(), Optional.empty())) {
            URI uri = URI.create("http://provider.invalid/pay?x=%20y");
            assertThat(transport.send(post(uri), amply()).body().text()).isEqualTo("ok");

            assertThat(heads).hasSize(1);
            assertThat(heads.get(0))
                    .startsWith("POST http://provider.invalid/pay?x=%20y HTTP/1.1\r\n")
                    .contains(AUTHORIZED);
            Calls.assertNothingLent(transport);
        }
    }

    @Test
    void aChallengeOfTheProxyDoesNotSendTheRequestAgain() throws IOException {
        try (RawServer proxy =
                        RawServer.answering(
                                RawServer.answer(
                                        407, "", "Proxy-Authenticate: Basic realm=\"x\""));
                ApacheTransport transport = through(proxy.port(), Optional.empty())) {
            URI uri = URI.create("http://provider.invalid/pay");
            assertThat(transport.send(post(uri), amply()).status()).isEqualTo(407);
            assertThat(proxy.requests()).isEqualTo(1);
        }
    }

    @Test
    void anEncryptedRequestGoesThroughATunnelThatKnowsNothingOfIt() throws Exception {
        Certificates identity = Certificates.selfSigned(folder, "dns:provider.invalid");
        List<String> seenByProxy = new CopyOnWriteArrayList<>();
        List<String> seenByProvider = new CopyOnWriteArrayList<>();
        try (RawServer provider =
                        RawServer.playing(
                                identity.listen(),
                                connection -> {
                                    for (int i = 0; i < 3; i++) {
                                        seenByProvider.add(connection.request().head());
                                        connection.write(RawServer.answer(200, "ok"));
                                    }
                                });
                RawServer proxy =
                        RawServer.playing(
                                connection -> {
                                    seenByProxy.add(connection.request().head());
                                    connection.write("HTTP/1.1 200 Tunnel\r\n\r\n");
                                    relay(connection.socket(), provider.port());
                                });
                ApacheTransport transport = through(proxy.port(), Optional.of(identity.trust()))) {
            for (int i = 0; i < 3; i++) {
                assertThat(transport.send(post(PROVIDER), amply()).body().text()).isEqualTo("ok");
            }
            assertThat(seenByProxy).hasSize(1);
            assertThat(seenByProxy.get(0))
                    .startsWith("CONNECT provider.invalid:443 HTTP/1.1\r\n")
                    .contains(AUTHORIZED)
                    .doesNotContain("token");
            assertThat(seenByProvider).hasSize(3);
            assertThat(seenByProvider.get(0)).startsWith("POST /pay?token=1 HTTP/1.1\r\n");
            assertThat(seenByProvider).noneMatch(head -> head.contains("Proxy-"));
            Calls.assertNothingLent(transport);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 403, 407, 502, 503})
    void aProxyThatRefusesTheTunnelSendsNothing(int status) throws IOException {
        try (RawServer proxy =
                        RawServer.answering(
                                RawServer.answer(
                                        status,
                                        "refused",
                                        "Proxy-Authenticate: Basic realm=\"x\"",
                                        "Location: /"));
                ApacheTransport transport = through(proxy.port(), Optional.empty())) {
            assertNotSent(transport, amply(), "refused to open a tunnel (status " + status + ")");
            assertThat(proxy.requests()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200", "nonsense\r\n\r\n", "HTTP/1.1 200 OK\r\n"})
    void aProxyThatBreaksOffSendsNothing(String bytes) throws IOException {
        try (RawServer proxy =
                        RawServer.playing(
                                connection -> {
                                    connection.request();
                                    connection.write(bytes);
                                });
                ApacheTransport transport = through(proxy.port(), Optional.empty())) {
            assertNotSent(transport, amply(), "the proxy did not open a tunnel");
        }
    }

    @Test
    void aProxyThatHangsEndsAtTheDeadlineWithNothingSent() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        try (RawServer proxy = RawServer.playing(connection -> never.await());
                ApacheTransport transport = through(proxy.port(), Optional.empty())) {
            assertNotSent(
                    transport,
                    in(Duration.ofMillis(300)),
                    "the deadline ended the call while the proxy was opening a tunnel");
        }
    }

    @Test
    void aProxyThatIsNotThereSendsNothing() throws IOException {
        int port;
        try (ServerSocket briefly = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = briefly.getLocalPort();
        }
        try (ApacheTransport transport = through(port, Optional.empty())) {
            assertNotSent(transport, amply(), "refused");
        }
    }

    private static void assertNotSent(ApacheTransport transport, Deadline deadline, String reason) {
        assertThat(catchThrowable(() -> transport.send(post(PROVIDER), deadline)))
                .isInstanceOf(HttpFailure.NotSent.class)
                .hasMessageContaining("provider.invalid:443 through the proxy localhost:")
                .hasMessageContaining(reason)
                .hasMessageContaining("nothing was sent")
                .message()
                .doesNotContain("canary")
                .doesNotContain("token");
        Calls.assertNothingLent(transport);
    }

    private static ApacheTransport through(int port, Optional<SSLContext> trust) {
        var proxy =
                new TransportSettings.Proxy(
                        URI.create("http://localhost:" + port),
                        Optional.of("merchant"),
                        Optional.of(Secret.of("canary")));
        return new ApacheTransport(
                new TransportSettings(Duration.ofSeconds(5), 4, 4096, Optional.of(proxy)), trust);
    }

    /** Copies in both directions until one side ends. */
    private static void relay(Socket client, int port) throws IOException {
        try (Socket provider = new Socket(InetAddress.getLoopbackAddress(), port)) {
            Thread back = new Thread(() -> copy(provider, client), "relay");
            back.setDaemon(true);
            back.start();
            copy(client, provider);
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            // Either side went away; both are closed by now.
        }
    }
}
