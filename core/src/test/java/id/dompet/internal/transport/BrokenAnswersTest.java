package id.dompet.internal.transport;

import static id.dompet.internal.transport.Calls.amply;
import static id.dompet.internal.transport.Calls.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.dompet.http.HttpFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is not a complete answer is no answer, and the request was sent once. */
final class BrokenAnswersTest {
    private static final int LIMIT = 4096;
    private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

    private final ApacheTransport transport = Calls.open(Duration.ofSeconds(5), 4, LIMIT);

    @AfterEach
    void nothingIsLeftLent() {
        Calls.assertNothingLent(transport);
        transport.close();
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("nothing", ""),
                Arguments.of("half a status line", "HTTP/1.1 2"),
                Arguments.of("a status line", "HTTP/1.1 200 OK\r\n"),
                Arguments.of("half a header", "HTTP/1.1 200 OK\r\nContent-Le"),
                Arguments.of("headers without end", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n"),
                Arguments.of("an announcement", "HTTP/1.1 100 Continue\r\n\r\n"),
                Arguments.of("no body", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n"),
                Arguments.of("half a body", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{"),
                Arguments.of("no chunk", CHUNKED),
                Arguments.of("half a chunk size", CHUNKED + "1"),
                Arguments.of("half a chunk", CHUNKED + "5\r\nab"),
                Arguments.of("no last chunk", CHUNKED + "2\r\nab\r\n"),
                Arguments.of("half a last chunk", CHUNKED + "2\r\nab\r\n0"),
                Arguments.of("no line after the last chunk", CHUNKED + "2\r\nab\r\n0\r\n"),
                Arguments.of("a chunk size that is none", CHUNKED + "zz\r\nab\r\n0\r\n\r\n"),
                Arguments.of("what is not HTTP", "220 mail.example ESMTP\r\n\r\n"),
                Arguments.of("a header that is none", "HTTP/1.1 200 OK\r\nnonsense\r\n\r\n"),
                Arguments.of(
                        "two lengths",
                        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}"),
                Arguments.of(
                        "a length and chunks",
                        CHUNKED.replace("OK", "OK\r\nContent-Length: 2") + "2\r\n{}\r\n0\r\n\r\n"),
                Arguments.of(
                        "a length that is none", "HTTP/1.1 200 OK\r\nContent-Length: two\r\n\r\n"),
                Arguments.of(
                        "a header line too long",
                        "HTTP/1.1 200 OK\r\nX: " + "x".repeat(17 * 1024) + "\r\n\r\n"),
                Arguments.of(
                        "too many headers",
                        "HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(101) + "\r\n"),
                Arguments.of("another protocol", "HTTP/2.0 200 OK\r\nContent-Length: 0\r\n\r\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void anAnswerCutOffOrMalformedIsNoAnswer(String name, String bytes) throws IOException {
        try (RawServer server =
                RawServer.playing(
                        connection -> {
                            connection.request();
                            connection.write(bytes);
                            connection.halfClose();
                            connection.read();
                        })) {
            HttpFailure.NoAnswer failure = noAnswer(server);

            assertThat(failure)
                    .hasMessageContaining("localhost:" + server.port())
                    .hasMessageContaining("may have arrived");
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void aResetAfterTheEffectIsNoAnswer() throws IOException {
        try (RawServer server =
                RawServer.playing(
                        connection -> {
                            connection.request();
                            connection.reset();
                        })) {
            assertThat(noAnswer(server)).hasMessageContaining("broke");
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void aResetInTheMiddleOfTheBodyIsNoAnswer() throws IOException {
        try (RawServer server =
                RawServer.playing(
                        connection -> {
                            connection.request();
                            connection.write("HTTP/1.1 200 OK\r\n\r\n{\"half\":");
                            connection.reset();
                        })) {
            noAnswer(server);
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void aResetBeforeTheRequestWasReadIsNoAnswer() throws IOException {
        try (RawServer server =
                RawServer.playing(
                        connection -> {
                            // One byte shows that the request is on its way; no more is read.
                            int first = connection.socket().getInputStream().read();
                            assertThat(first).isEqualTo('P');
                            connection.reset();
                        })) {
            noAnswer(server);
            assertThat(server.requests()).isZero();
        }
    }

    @Test
    void aBodyOfExactlyTheLimitIsAnswered() throws IOException {
        try (RawServer server = RawServer.answering(RawServer.answer(200, "x".repeat(LIMIT)))) {
            assertThat(transport.send(post(server.uri("/")), amply()).body().size())
                    .isEqualTo(LIMIT);
        }
    }

    @Test
    void aBodyThatAnnouncesTooMuchIsNotRead() throws IOException {
        try (RawServer server =
                RawServer.playing(
                        connection -> {
                            connection.request();
                            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n");
                            connection.read();
                        })) {
            assertThat(noAnswer(server)).hasMessageContaining("larger than allowed");
        }
    }

    @Test
    void chunksWithoutEndAreCutAtTheLimit() throws IOException {
        try (RawServer server =
                RawServer.playing(
                        connection -> {
                            connection.request();
                            connection.write(CHUNKED);
                            while (true) {
                                connection.write("100\r\n" + "x".repeat(256) + "\r\n");
                            }
                        })) {
            assertThat(noAnswer(server)).hasMessageContaining("larger than allowed");
        }
    }

    @Test
    void aBodyThatEndsWithTheConnectionIsCutAtTheLimit() throws IOException {
        try (RawServer server =
                RawServer.playing(
                        connection -> {
                            connection.request();
                            connection.write("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(LIMIT + 1));
                        })) {
            assertThat(noAnswer(server)).hasMessageContaining("larger than allowed");
        }
    }

    @Test
    void aBodyThatEndsWithTheConnectionIsAnAnswer() throws IOException {
        try (RawServer server =
                RawServer.playing(
                        connection -> {
                            connection.request();
                            connection.write("HTTP/1.0 200 OK\r\n\r\n{}");
                        })) {
            assertThat(transport.send(post(server.uri("/")), amply()).body().text())
                    .isEqualTo("{}");
        }
    }

    @Test
    void whatIsCompressedStaysCompressed() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[1024 * 1024]);
        }
        String bomb = packed.toString(StandardCharsets.ISO_8859_1);
        try (RawServer server =
                RawServer.answering(RawServer.answer(200, bomb, "Content-Encoding: gzip"))) {
            var answer = transport.send(post(server.uri("/")), amply());

            assertThat(answer.body().bytes()).isEqualTo(packed.toByteArray());
            assertThat(answer.header("Content-Encoding")).hasValue("gzip");
        }
    }

    private HttpFailure.NoAnswer noAnswer(RawServer server) {
        return catchThrowableOfType(
                HttpFailure.NoAnswer.class, () -> transport.send(post(server.uri("/")), amply()));
    }
}
