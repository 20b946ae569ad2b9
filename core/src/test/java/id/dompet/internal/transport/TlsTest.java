package id.dompet.internal.transport;

import static id.dompet.internal.transport.Calls.amply;
import static id.dompet.internal.transport.Calls.in;
import static id.dompet.internal.transport.Calls.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.dompet.http.HttpFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Only a server with a certificate that is trusted, valid and its own gets to see a request. */
@Timeout(60)
final class TlsTest {
    private static final String OK = RawServer.answer(200, "ok");

    @TempDir private static Path folder;
    private static Certificates good;
    private static Certificates expired;
    private static Certificates elsewhere;

    @BeforeAll
    static void makeKeys() throws Exception {
        good = Certificates.selfSigned(folder, "dns:localhost");
        expired = Certificates.expired(folder, "dns:localhost");
        elsewhere = Certificates.selfSigned(folder, "dns:elsewhere.example");
    }

    @Test
    void aTrustedServerIsAskedOverOneConnection() throws Exception {
        try (RawServer server = serving(good);
                ApacheTransport transport = trusting(good.trust())) {
            for (int i = 0; i < 20; i++) {
                assertThat(transport.send(post(server.uri("/pay")), amply()).body().text())
                        .isEqualTo("ok");
            }
            assertThat(server.connections()).isEqualTo(1);
            Calls.assertNothingLent(transport);
        }
    }

    @Test
    void onlyTls12And13AreOffered() throws Exception {
        List<String> negotiated = new CopyOnWriteArrayList<>();
        SSLServerSocket old = (SSLServerSocket) good.listen();
        old.setEnabledProtocols(new String[] {"TLSv1.2"});
        try (RawServer server =
                        RawServer.playing(
                                old,
                                connection -> {
                                    connection.request();
                                    SSLSocket socket = (SSLSocket) connection.socket();
                                    negotiated.add(socket.getSession().getProtocol());
                                    connection.write(OK);
                                });
                ApacheTransport transport = trusting(good.trust())) {
            transport.send(post(server.uri("/")), amply());
            assertThat(negotiated).containsExactly("TLSv1.2");
        }
        SSLServerSocket older = (SSLServerSocket) good.listen();
        older.setEnabledProtocols(new String[] {"TLSv1.1"});
        try (RawServer server = RawServer.playing(older, connection -> connection.request())) {
            assertNotSent(good.trust(), server, "TLS handshake failed");
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNotAccepted() throws Exception {
        try (RawServer server = serving(good);
                ApacheTransport transport = Calls.open()) {
            assertNotSent(transport, server, "certificate was not accepted");
        }
        try (RawServer server = serving(good)) {
            assertNotSent(elsewhere.trust(), server, "certificate was not accepted");
        }
    }

    @Test
    void anExpiredCertificateIsNotAccepted() throws Exception {
        try (RawServer server = serving(expired);
                ApacheTransport transport = trusting(expired.trust())) {
            assertThat(catchThrowable(() -> transport.send(post(server.uri("/")), amply())))
                    .isInstanceOf(HttpFailure.NotSent.class)
                    .hasMessageContaining("certificate was not accepted")
                    .hasRootCauseInstanceOf(CertificateExpiredException.class);
            assertThat(server.requests()).isZero();
            Calls.assertNothingLent(transport);
        }
    }

    @Test
    void aCertificateForAnotherHostIsNotAccepted() throws Exception {
        try (RawServer server = serving(elsewhere)) {
            assertNotSent(elsewhere.trust(), server, "certificate was not accepted");
        }
    }

    @Test
    void anAddressInPlaceOfTheNameIsNotAccepted() throws Exception {
        try (RawServer server = serving(good);
                ApacheTransport transport = trusting(good.trust())) {
            URI byAddress = URI.create("https://127.0.0.1:" + server.port() + "/");
            assertThat(catchThrowable(() -> transport.send(post(byAddress), amply())))
                    .isInstanceOf(HttpFailure.NotSent.class);
        }
    }

    @Test
    void aHandshakeThatIsCutOffSendsNothing() throws Exception {
        try (RawServer server =
                        RawServer.playing(
                                connection -> {
                                    int first = connection.socket().getInputStream().read();
                                    assertThat(first).isEqualTo(0x16);
                                });
                ApacheTransport transport = trusting(good.trust())) {
            assertThat(catchThrowable(() -> transport.send(post(overTls(server)), amply())))
                    .isInstanceOf(HttpFailure.NotSent.class)
                    .hasMessageContaining("TLS handshake failed");
            Calls.assertNothingLent(transport);
        }
    }

    @Test
    void aHandshakeThatHangsEndsAtTheDeadline() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (RawServer server = RawServer.playing(connection -> never.await());
                ApacheTransport transport = trusting(good.trust())) {
            assertThat(
                            catchThrowable(
                                    () ->
                                            transport.send(
                                                    post(overTls(server)),
                                                    in(Duration.ofMillis(300)))))
                    .isInstanceOf(HttpFailure.NotSent.class)
                    .hasMessageContaining("during the TLS handshake");
            Calls.assertNothingLent(transport);
        }
    }

    static Stream<StaleConnectionTest.Farewell> farewells() {
        return Stream.of(
                RawConnection::close,
                RawConnection::halfClose,
                connection -> connection.write("x"),
                connection -> {
                    connection.write("HTTP/1.1 408 Gone\r\n\r\n");
                    connection.close();
                });
    }

    @ParameterizedTest
    @MethodSource("farewells")
    void aConnectionThatTheServerIsDoneWithLosesNoCall(StaleConnectionTest.Farewell farewell)
            throws Exception {
        Semaphore said = new Semaphore(0);
        try (RawServer server =
                        RawServer.playing(
                                good.listen(),
                                connection -> {
                                    connection.request();
                                    connection.write(OK);
                                    farewell.say(connection);
                                    said.release();
                                    if (!connection.socket().isClosed()) {
                                        connection.read();
                                    }
                                });
                ApacheTransport transport = trusting(good.trust())) {
            for (int i = 0; i < 50; i++) {
                assertThat(transport.send(post(server.uri("/")), amply()).status()).isEqualTo(200);
                said.acquire();
            }
            assertThat(server.requests()).isEqualTo(50);
            Calls.assertNothingLent(transport);
        }
    }

    @Test
    void anAnswerCutOffUnderTlsIsNoAnswer() throws Exception {
        try (RawServer server =
                        RawServer.playing(
                                good.listen(),
                                connection -> {
                                    connection.request();
                                    connection.write(
                                            "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{");
                                });
                ApacheTransport transport = trusting(good.trust())) {
            assertThat(catchThrowable(() -> transport.send(post(server.uri("/")), amply())))
                    .isInstanceOf(HttpFailure.NoAnswer.class);
            assertThat(server.requests()).isEqualTo(1);
            Calls.assertNothingLent(transport);
        }
    }

    private static URI overTls(RawServer server) {
        return URI.create("https://localhost:" + server.port() + "/");
    }

    private static RawServer serving(Certificates identity)
            throws GeneralSecurityException, IOException {
        return RawServer.playing(
                identity.listen(),
                connection -> {
                    while (connection.read().isPresent()) {
                        connection.write(OK);
                    }
                });
    }

    private static ApacheTransport trusting(SSLContext trust) {
        return new ApacheTransport(TransportSettings.defaults(), Optional.of(trust));
    }

    private static void assertNotSent(SSLContext trust, RawServer server, String reason) {
        try (ApacheTransport transport = trusting(trust)) {
            assertNotSent(transport, server, reason);
        }
    }

    private static void assertNotSent(ApacheTransport transport, RawServer server, String reason) {
        assertThat(catchThrowable(() -> transport.send(post(server.uri("/")), amply())))
                .isInstanceOf(HttpFailure.NotSent.class)
                .hasMessageContaining(reason)
                .hasMessageContaining("nothing was sent");
        assertThat(server.requests()).isZero();
        Calls.assertNothingLent(transport);
    }
}
