package id.dompet.internal.transport;

import static id.dompet.internal.transport.Calls.amply;
import static id.dompet.internal.transport.Calls.in;
import static id.dompet.internal.transport.Calls.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.dompet.http.HttpFailure;
import id.dompet.http.HttpRequest;
import id.dompet.model.Secret;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where not a byte of the request left, the caller is told so and may send again. */
@Timeout(60)
final class NotSentTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    @Test
    void aRefusedConnection() throws IOException {
        int port;
        try (ServerSocket briefly = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = briefly.getLocalPort();
        }
        try (ApacheTransport transport = Calls.open()) {
            HttpFailure failure =
                    notSent(
                            transport,
                            post(URI.create("http://localhost:" + port + "/pay?token=canary")),
                            amply());

            assertThat(failure)
                    .hasMessageContaining("localhost:" + port)
                    .hasMessageContaining("refused")
                    .hasMessageContaining("nothing was sent")
                    .hasCauseInstanceOf(ConnectException.class);
            assertThat(failure.getMessage()).doesNotContain("canary").doesNotContain("/pay");
            Calls.assertNothingLent(transport);
        }
    }

    @Test
    void anUnknownName() {
        NameLookup nobody =
                host -> {
                    throw new UnknownHostException(host);
                };
        try (ApacheTransport transport = resolvingWith(nobody)) {
            HttpFailure failure =
                    notSent(transport, post(URI.create("https://nobody.invalid/pay")), amply());

            assertThat(failure)
                    .hasMessageContaining("nobody.invalid:443")
                    .hasMessageContaining("could not be resolved")
                    .hasCauseInstanceOf(UnknownHostException.class);
            Calls.assertNothingLent(transport);
        }
    }

    @Test
    void aNameThatHangsHoldsTheCallNoLongerThanItsDeadline() {
        CountDownLatch never = new CountDownLatch(1);
        try (ApacheTransport transport = resolvingWith(host -> hangOn(never))) {
            HttpFailure failure =
                    notSent(transport, post(URI.create("https://slow.invalid/")), in(SHORT));

            assertThat(failure).hasMessageContaining("while resolving the name");
            Calls.assertNothingLent(transport);
        }
    }

    @Test
    void tooManyHangingLookupsFailAtOnce() {
        CountDownLatch never = new CountDownLatch(1);
        TransportSettings one =
                new TransportSettings(Duration.ofSeconds(5), 1, 1024, Optional.empty());
        NameLookup deaf = host -> ignoreInterrupts(never);
        try (ApacheTransport transport = new ApacheTransport(one, Optional.empty(), deaf)) {
            HttpRequest request = post(URI.create("https://slow.invalid/"));
            notSent(transport, request, in(SHORT));
            notSent(transport, request, in(SHORT));

            assertThat(notSent(transport, request, amply()))
                    .hasMessageContaining("could not be resolved")
                    .cause()
                    .hasMessageContaining("No helper is free");
            never.countDown();
        }
    }

    @Test
    void theNextAddressIsTriedWhenOneRefuses() throws IOException {
        AtomicInteger lookups = new AtomicInteger();
        try (RawServer server = RawServer.answering(RawServer.answer(200, "ok"));
                ApacheTransport transport =
                        resolvingWith(
                                host -> {
                                    lookups.incrementAndGet();
                                    return new InetAddress[] {
                                        InetAddress.getByName("127.0.0.9"),
                                        InetAddress.getLoopbackAddress()
                                    };
                                })) {
            URI uri = URI.create("http://two.invalid:" + server.port() + "/");
            assertThat(transport.send(post(uri), amply()).status()).isEqualTo(200);
            assertThat(lookups).hasValue(1);
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void aConnectionThatIsNotTakenUp() throws IOException {
        List<Socket> waiting = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ApacheTransport transport = Calls.open(SHORT, 2, 1024)) {
            fill(full, waiting);
            HttpFailure failure =
                    notSent(
                            transport,
                            post(URI.create("http://127.0.0.1:" + full.getLocalPort() + "/")),
                            amply());

            assertThat(failure).hasMessageContaining("connecting took longer than allowed");
            Calls.assertNothingLent(transport);

            HttpFailure late =
                    notSent(
                            transport,
                            post(URI.create("http://127.0.0.1:" + full.getLocalPort() + "/")),
                            in(Duration.ofMillis(100)));
            assertThat(late).hasMessageContaining("the deadline ended the call while connecting");
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    @Test
    void aDeadlineThatIsOverBeforeTheCall() throws IOException {
        try (RawServer server = RawServer.answering(RawServer.answer(200, ""));
                ApacheTransport transport = Calls.open()) {
            HttpFailure failure = notSent(transport, post(server.uri("/")), in(Duration.ZERO));

            assertThat(failure).hasMessageContaining("the deadline was over before the call");
            assertThat(server.connections()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://localhost/",
                "/relative",
                "https:///nohost",
                "https://user:canary@localhost/",
                "http://under_score/"
            })
    void anAddressThatCannotBeUsed(String address) {
        try (ApacheTransport transport = Calls.open()) {
            assertThat(notSent(transport, post(URI.create(address)), amply()))
                    .hasMessageContaining("the request's address")
                    .message()
                    .doesNotContain("canary");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Length, 1",
        "host, elsewhere",
        "Transfer-Encoding, chunked",
        "Expect, 100-continue",
        "Bad Name, canary",
        "X-Two, 'canary\r\nX-Injected: 1'",
        "X-Accent, canaryé"
    })
    void aHeaderThatCannotBeSentAsItStands(String name, String value) throws IOException {
        try (RawServer server = RawServer.answering(RawServer.answer(200, ""));
                ApacheTransport transport = Calls.open()) {
            HttpRequest request = post(server.uri("/")).withHeader(name, value);

            assertThat(notSent(transport, request, amply()))
                    .hasMessageContaining("header")
                    .message()
                    .doesNotContain("canary");
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void settingsThatCannotBeUsedAreRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Calls.open(Duration.ZERO, 1, 1))
                .withMessageContaining("connect time-out");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Calls.open(SHORT, 0, 1))
                .withMessageContaining("connections");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Calls.open(SHORT, 1, 0))
                .withMessageContaining("answer");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> proxied("https://proxy:1", Optional.of("u"), Optional.of("p")))
                .withMessageContaining("http://host:port");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> proxied("http://proxy:1", Optional.of("u"), Optional.empty()))
                .withMessageContaining("both user and password");
    }

    private static void proxied(String address, Optional<String> user, Optional<String> password) {
        var proxy =
                new TransportSettings.Proxy(URI.create(address), user, password.map(Secret::of));
        new ApacheTransport(
                        new TransportSettings(SHORT, 1, 1, Optional.of(proxy)), Optional.empty())
                .close();
    }

    private static InetAddress[] hangOn(CountDownLatch latch) throws UnknownHostException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new UnknownHostException("given up");
        }
        return new InetAddress[0];
    }

    /** As the JDK's own lookup does. */
    private static InetAddress[] ignoreInterrupts(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException goesOn) {
                // Looked at again above.
            }
        }
        return new InetAddress[0];
    }

    /** Takes every place in the queue, so that the next one is neither taken nor refused. */
    private static void fill(ServerSocket full, List<Socket> waiting) throws IOException {
        for (int i = 0; i < 20; i++) {
            Socket socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(
                        new InetSocketAddress(full.getInetAddress(), full.getLocalPort()), 200);
            } catch (SocketTimeoutException queueIsFull) {
                return;
            }
        }
        throw new IllegalStateException("the queue takes everybody");
    }

    private static ApacheTransport resolvingWith(NameLookup lookup) {
        return new ApacheTransport(TransportSettings.defaults(), Optional.empty(), lookup);
    }

    private static HttpFailure notSent(
            ApacheTransport transport, HttpRequest request, Deadline deadline) {
        HttpFailure failure =
                catchThrowableOfType(
                        HttpFailure.NotSent.class, () -> transport.send(request, deadline));
        assertThat(failure).as("a failure that says nothing was sent").isNotNull();
        return failure;
    }
}
