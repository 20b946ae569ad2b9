package id.dompet.internal.transport;

import static id.dompet.internal.transport.Calls.amply;
import static id.dompet.internal.transport.Calls.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dompet.http.Body;
import id.dompet.http.HttpFailure;
import id.dompet.http.HttpRequest;
import id.dompet.http.HttpResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each request reaches the server once, as it was given, and each status comes back as it is. */
final class SendsOnceTest {
    private final ApacheTransport transport = Calls.open();

    @AfterEach
    void nothingIsLeftLent() {
        Calls.assertNothingLent(transport);
        transport.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 400, 401, 407, 408, 409, 429, 500, 502, 503, 504})
    void everyStatusIsAnAnswerAndIsAskedForOnce(int status) throws IOException {
        String body = status == 204 ? "" : "{}";
        try (RawServer server =
                RawServer.answering(
                        RawServer.answer(
                                status,
                                body,
                                "Retry-After: 0",
                                "WWW-Authenticate: Basic realm=\"x\"",
                                "Proxy-Authenticate: Basic realm=\"x\""))) {
            HttpResponse answer = transport.send(post(server.uri("/pay")), amply());

            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.body().text()).isEqualTo(body);
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectsAreReturnedAndTheirTargetIsNeverCalled(int status) throws IOException {
        try (RawServer elsewhere = RawServer.answering(RawServer.answer(200, "login"));
                RawServer server =
                        RawServer.answering(
                                RawServer.answer(
                                        status, "", "Location: " + elsewhere.uri("/login")))) {
            HttpResponse answer = transport.send(post(server.uri("/pay")), amply());

            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.header("location")).hasValue(elsewhere.uri("/login").toString());
            assertThat(server.requests()).isEqualTo(1);
            assertThat(elsewhere.connections()).isZero();
        }
    }

    @Test
    void cookiesAreNotSentBack() throws IOException {
        List<String> heads = new CopyOnWriteArrayList<>();
        try (RawServer server = recording(heads, "Set-Cookie: session=1; Path=/")) {
            transport.send(post(server.uri("/pay")), amply());
            transport.send(post(server.uri("/pay")), amply());

            assertThat(heads).hasSize(2);
            assertThat(heads).noneMatch(head -> head.contains("Cookie"));
        }
    }

    @Test
    void requestLineHeadersAndBodyArriveExactlyAsGiven() throws IOException {
        List<String> received = new CopyOnWriteArrayList<>();
        try (RawServer server =
                RawServer.playing(
                        connection -> {
                            var request = connection.request();
                            received.add(request.head());
                            received.add(request.body());
                            connection.write(RawServer.answer(200, "ok"));
                        })) {
            URI uri = server.uri("/v1/a%2Fb//c;x=1?q=%20a+b&empty=&sig=a%2Bb%3D");
            HttpRequest request =
                    HttpRequest.post(
                                    uri,
                                    HttpRequest.Effect.CHANGES_STATE,
                                    "application/json",
                                    Body.utf8("{ \"name\" : \"Ayu é\" }"))
                            .withHeader("X-SIGNATURE", "abc+/==");
            transport.send(request, amply());
        }
        List<String> lines = List.of(received.get(0).split("\r\n", -1));
        assertThat(lines.get(0))
                .isEqualTo("POST /v1/a%2Fb//c;x=1?q=%20a+b&empty=&sig=a%2Bb%3D HTTP/1.1");
        assertThat(lines)
                .contains("X-SIGNATURE: abc+/==", "Content-Type: application/json")
                .anyMatch(line -> line.startsWith("User-Agent: dompet"))
                .anyMatch(line -> line.startsWith("Host: localhost:"))
                .noneMatch(line -> line.startsWith("Accept-Encoding"))
                .noneMatch(line -> line.startsWith("Upgrade"));
        assertThat(received.get(1)).isEqualTo("{ \"name\" : \"Ayu é\" }");
    }

    @Test
    void aQuestionWithoutBodyHasNoLength() throws IOException {
        List<String> heads = new CopyOnWriteArrayList<>();
        try (RawServer server = recording(heads, "X-Any: 1")) {
            HttpRequest question =
                    new HttpRequest(
                            "GET",
                            server.uri("/status"),
                            Map.of(),
                            Body.empty(),
                            HttpRequest.Effect.NONE);
            assertThat(transport.send(question, amply()).status()).isEqualTo(200);
        }
        assertThat(heads.get(0)).startsWith("GET /status HTTP/1.1\r\n");
        assertThat(heads.get(0)).doesNotContain("Content-Length");
    }

    @Test
    void ofARepeatedHeaderTheFirstValueCounts() throws IOException {
        try (RawServer server =
                RawServer.answering(RawServer.answer(200, "", "X-Id: first", "x-id: second"))) {
            HttpResponse answer = transport.send(post(server.uri("/")), amply());

            assertThat(answer.header("X-ID")).hasValue("first");
        }
    }

    @Test
    void chunksAndAnnouncementsAndTrailersAreReadAsOneAnswer() throws IOException {
        try (RawServer server =
                RawServer.answering(
                        String.join(
                                "\r\n",
                                List.of(
                                        "HTTP/1.1 100 Continue",
                                        "",
                                        "HTTP/1.1 103 Early",
                                        "X: y",
                                        "",
                                        "HTTP/1.1 200 OK",
                                        "Transfer-Encoding: chunked",
                                        "",
                                        "3",
                                        "abc",
                                        "2;x=y",
                                        "de",
                                        "0",
                                        "Trailer: t",
                                        "",
                                        "")))) {
            for (int i = 0; i < 3; i++) {
                HttpResponse answer = transport.send(post(server.uri("/")), amply());
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.body().text()).isEqualTo("abcde");
            }
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void aServerThatAppliesAndThenResetsIsAskedOnceOnNewAndReusedConnections() throws IOException {
        try (RawServer server =
                RawServer.playing(
                        connection -> {
                            connection.request();
                            connection.write(RawServer.answer(200, "first"));
                            connection.request();
                            connection.reset();
                        })) {
            transport.send(post(server.uri("/pay")), amply());
            assertThatThrownBy(() -> transport.send(post(server.uri("/pay")), amply()))
                    .isInstanceOf(HttpFailure.NoAnswer.class);

            assertThat(server.requests()).isEqualTo(2);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void aSecondSendOfTheSameCallIsStopped() throws Exception {
        Exchange exchange =
                new Exchange(
                        OutgoingRequest.of(post(URI.create("http://h/"))),
                        amply(),
                        Duration.ofSeconds(20));
        exchange.claimSending();

        assertThatThrownBy(exchange::claimSending)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("twice");
    }

    @Test
    void twoHundredCallsInARowUseOneConnection() throws IOException {
        try (RawServer server = RawServer.answering(RawServer.answer(200, "ok"))) {
            List<Integer> statuses = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                statuses.add(transport.send(post(server.uri("/pay")), amply()).status());
            }
            assertThat(statuses).hasSize(200).containsOnly(200);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    private static RawServer recording(List<String> heads, String header) throws IOException {
        return RawServer.playing(
                connection -> {
                    var request = connection.read();
                    while (request.isPresent()) {
                        heads.add(request.get().head());
                        connection.write(RawServer.answer(200, "", header));
                        request = connection.read();
                    }
                });
    }
}
