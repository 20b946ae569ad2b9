package id.dompet.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.testkit.RawClient.End;
import id.dompet.testkit.RawClient.Outcome;
import id.dompet.testkit.WireFault.Ending;
import id.dompet.testkit.WireFault.Part;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultProxyTest {

    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n";
    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final String BODY = "0123456789";

    private final ServerSocket backend;
    private final FaultProxy proxy;
    private volatile String response = HEAD + BODY;

    FaultProxyTest() throws IOException {
        backend = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        proxy = FaultProxy.inFrontOf(backend.getLocalPort());
    }

    @BeforeEach
    void answerOneRequest() {
        CompletableFuture<Void> unused =
                CompletableFuture.runAsync(
                        () -> {
                            try (Socket socket = backend.accept()) {
                                InputStream in = socket.getInputStream();
                                // Closing over unread bytes would reset the connection.
                                in.readNBytes(REQUEST.length());
                                socket.getOutputStream()
                                        .write(response.getBytes(StandardCharsets.UTF_8));
                            } catch (IOException e) {
                                throw new java.io.UncheckedIOException(e);
                            }
                        });
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        backend.close();
    }

    private Outcome request() throws IOException {
        return RawClient.exchange(proxy.port(), REQUEST);
    }

    @Test
    void withoutFaultTheResponseIsUntouched() throws IOException {
        assertThat(request()).isEqualTo(new Outcome(HEAD + BODY, End.CLOSED));
    }

    @Test
    void aBodyIsCutUnderTheLengthOfTheWhole() throws IOException {
        proxy.next(new WireFault.Cut(Part.BODY, 4, Ending.CLOSE));

        assertThat(request()).isEqualTo(new Outcome(HEAD + "0123", End.CLOSED));
    }

    @Test
    void aConnectionIsResetInsideTheBody() throws IOException {
        proxy.next(new WireFault.Cut(Part.BODY, 4, Ending.RESET));

        assertThat(request().end()).isEqualTo(End.RESET);
    }

    @Test
    void aHeadIsCut() throws IOException {
        proxy.next(new WireFault.Cut(Part.HEAD, 12, Ending.CLOSE));

        assertThat(request()).isEqualTo(new Outcome("HTTP/1.1 200", End.CLOSED));
    }

    @Test
    void onlyTheSendingSideIsClosed() throws IOException {
        proxy.next(new WireFault.Cut(Part.BODY, 2, Ending.HALF_CLOSE));

        assertThat(request()).isEqualTo(new Outcome(HEAD + "01", End.CLOSED));
    }

    @Test
    void aResponseNeverComes() throws IOException {
        proxy.next(WireFault.nothing(Ending.HANG));

        assertThat(RawClient.exchange(proxy.port(), REQUEST, 300))
                .isEqualTo(new Outcome("", End.SILENT));
    }

    @Test
    void aConnectionClosesWithoutAByte() throws IOException {
        proxy.next(WireFault.nothing(Ending.CLOSE));

        assertThat(request()).isEqualTo(new Outcome("", End.CLOSED));
    }

    @Test
    void aSlowResponseArrivesWhole() throws IOException {
        proxy.next(new WireFault.Drip(3, Duration.ofMillis(1), true));

        assertThat(request().received()).isEqualTo(HEAD + BODY);
    }

    @Test
    void chunkedResponsesPassWhole() throws IOException {
        String chunked =
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n";
        response = chunked;

        assertThat(request()).isEqualTo(new Outcome(chunked, End.CLOSED));
    }

    @Test
    void anInterimResponseIsNotTheResponse() throws IOException {
        String interim = "HTTP/1.1 100 Continue\r\n\r\n";
        response = interim + HEAD + BODY;
        proxy.next(new WireFault.Cut(Part.BODY, 1, Ending.CLOSE));

        assertThat(request()).isEqualTo(new Outcome(interim + HEAD + "0", End.CLOSED));
    }
}
