package id.dompet.internal.transport;

import static id.dompet.internal.transport.Calls.amply;
import static id.dompet.internal.transport.Calls.in;
import static id.dompet.internal.transport.Calls.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.dompet.http.Body;
import id.dompet.http.HttpFailure;
import id.dompet.http.HttpRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A call ends at its deadline, whatever the server does, and says what was sent. */
@Timeout(60)
final class DeadlineTest {
    private static final Duration ALLOWED = Duration.ofSeconds(1);
    private static final Duration MARGIN = Duration.ofSeconds(3);

    private final ApacheTransport transport = Calls.open(Duration.ofSeconds(5), 1, 64 * 1024);
    private final CountDownLatch over = new CountDownLatch(1);

    @AfterEach
    void nothingIsLeftLent() {
        over.countDown();
        Calls.assertNothingLent(transport);
        transport.close();
    }

    @Test
    void aServerThatNeverAnswers() throws IOException {
        try (RawServer server = dripping("", "")) {
            assertNoAnswerInTime(server, post(server.uri("/")));
        }
    }

    @Test
    void headersThatDrip() throws IOException {
        try (RawServer server = dripping("HTTP/1.1 200 OK\r\nX: ", "x")) {
            assertNoAnswerInTime(server, post(server.uri("/")));
        }
    }

    @Test
    void announcementsThatDoNotEnd() throws IOException {
        try (RawServer server = dripping("", "HTTP/1.1 100 Continue\r\n\r\n")) {
            assertNoAnswerInTime(server, post(server.uri("/")));
        }
    }

    @Test
    void aBodyThatDrips() throws IOException {
        try (RawServer server = dripping("HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n", "x")) {
            assertNoAnswerInTime(server, post(server.uri("/")));
        }
    }

    @Test
    void chunksThatDrip() throws IOException {
        try (RawServer server =
                dripping("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n")) {
            assertNoAnswerInTime(server, post(server.uri("/")));
        }
    }

    @Test
    void aServerThatDoesNotTakeTheRequest() throws IOException {
        try (RawServer server = RawServer.playing(connection -> over.await())) {
            HttpRequest large =
                    HttpRequest.post(
                            server.uri("/"),
                            HttpRequest.Effect.CHANGES_STATE,
                            "text/plain",
                            Body.of(new byte[16 * 1024 * 1024]));
            assertNoAnswerInTime(server, large);
            assertThat(server.requests()).isZero();
        }
    }

    @Test
    void aPoolWithoutAFreeConnectionSendsNothing() throws Exception {
        CountDownLatch taken = new CountDownLatch(1);
        try (RawServer server =
                RawServer.playing(
                        connection -> {
                            connection.request();
                            taken.countDown();
                            over.await();
                            connection.write(RawServer.answer(200, "at last"));
                        })) {
            Background<String> first =
                    Background.start(
                            () -> transport.send(post(server.uri("/")), amply()).body().text());
            taken.await();

            Throwable failure =
                    catchThrowable(() -> transport.send(post(server.uri("/")), in(ALLOWED)));
            assertThat(failure)
                    .isInstanceOf(HttpFailure.NotSent.class)
                    .hasMessageContaining("while waiting for a free connection")
                    .hasMessageContaining("nothing was sent");
            over.countDown();
            assertThat(first.result()).isEqualTo("at last");
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void aNearerDeadlineOvertakesAFartherOne() throws Exception {
        ApacheTransport two = Calls.open(Duration.ofSeconds(5), 2, 1024);
        CountDownLatch taken = new CountDownLatch(1);
        try (two;
                RawServer server =
                        RawServer.playing(
                                connection -> {
                                    connection.request();
                                    taken.countDown();
                                    over.await();
                                    connection.write(RawServer.answer(200, "at last"));
                                })) {
            Background<String> far =
                    Background.start(() -> two.send(post(server.uri("/")), amply()).body().text());
            taken.await();
            long start = System.nanoTime();
            Throwable near = catchThrowable(() -> two.send(post(server.uri("/")), in(ALLOWED)));

            assertThat(near).isInstanceOf(HttpFailure.NoAnswer.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(MARGIN);
            over.countDown();
            assertThat(far.result()).isEqualTo("at last");
            Calls.assertNothingLent(two);
        }
    }

    private void assertNoAnswerInTime(RawServer server, HttpRequest request) {
        long start = System.nanoTime();
        Throwable failure = catchThrowable(() -> transport.send(request, in(ALLOWED)));
        Duration took = Duration.ofNanos(System.nanoTime() - start);

        assertThat(failure)
                .isInstanceOf(HttpFailure.NoAnswer.class)
                .hasMessageContaining("localhost:" + server.port())
                .hasMessageContaining("the deadline ended the call")
                .hasMessageContaining("may have arrived");
        assertThat(took).isBetween(ALLOWED, ALLOWED.plus(MARGIN));
        assertThat(server.connections()).isEqualTo(1);
    }

    /** Takes the request, says something, and then a little more every now and then. */
    private RawServer dripping(String first, String drop) throws IOException {
        return RawServer.playing(
                connection -> {
                    connection.request();
                    connection.write(first);
                    while (!over.await(20, TimeUnit.MILLISECONDS)) {
                        connection.write(drop);
                    }
                });
    }
}
