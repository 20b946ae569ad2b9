package id.dompet.internal.transport;

import static id.dompet.internal.transport.Calls.amply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import id.dompet.http.Body;
import id.dompet.http.HttpFailure;
import id.dompet.http.HttpRequest;
import id.dompet.http.HttpResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** With every logger wide open, nothing of a request or an answer is written anywhere. */
final class SecrecyTest {
    private static final String CANARY = "canary7e1f";

    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Recorder recorder = new Recorder();
    private Level before = Level.OFF;

    @TempDir private Path folder;

    @BeforeEach
    void openEveryLogger() {
        before = root.getLevel();
        root.setLevel(Level.TRACE);
        recorder.setContext(root.getLoggerContext());
        recorder.start();
        root.addAppender(recorder);
    }

    @AfterEach
    void closeThem() {
        root.detachAppender(recorder);
        root.setLevel(before);
    }

    @Test
    void anAnsweredCallLeavesNoTrace() throws Exception {
        Certificates identity = Certificates.selfSigned(folder, "dns:localhost");
        String answer = RawServer.answer(200, "{\"x\":\"" + CANARY + "\"}", "X-Token: " + CANARY);
        try (RawServer server = RawServer.answering(answer);
                RawServer secured =
                        RawServer.playing(
                                identity.listen(),
                                connection -> {
                                    while (connection.read().isPresent()) {
                                        connection.write(answer);
                                    }
                                });
                ApacheTransport transport =
                        new ApacheTransport(
                                TransportSettings.defaults(), Optional.of(identity.trust()))) {
            for (RawServer each : List.of(server, secured, server, secured)) {
                HttpResponse response = transport.send(telling(each), amply());
                assertThat(response.body().text()).contains(CANARY);
            }
        }
        assertNothingLogged();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\n" + CANARY + "\r\n\r\n",
                CANARY + " 200 OK\r\n\r\n",
                "HTTP/1.1 " + CANARY + "\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: " + CANARY + "\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: " + CANARY + "\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + CANARY + "\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 99\r\nX: " + CANARY + "\r\n\r\n" + CANARY
            })
    void aBrokenAnswerIsQuotedNeitherInTheLogNorInTheFailure(String bytes) throws IOException {
        try (RawServer server =
                        RawServer.playing(
                                connection -> {
                                    connection.request();
                                    connection.write(bytes);
                                });
                ApacheTransport transport = Calls.open()) {
            Throwable failure = catchThrowable(() -> transport.send(telling(server), amply()));

            assertThat(failure).isInstanceOf(HttpFailure.NoAnswer.class);
            StringWriter printed = new StringWriter();
            failure.printStackTrace(new PrintWriter(printed, true));
            assertThat(printed.toString()).doesNotContain(CANARY);
        }
        assertNothingLogged();
    }

    private void assertNothingLogged() {
        assertThat(recorder.lines)
                .as("the loggers really were open")
                .anyMatch(line -> line.startsWith("org.apache.hc"));
        assertThat(recorder.lines).noneMatch(line -> line.contains(CANARY));
        // The wire log writes bytes it cannot print as escapes, and a body in pieces.
        assertThat(recorder.lines).noneMatch(line -> line.contains("canar"));
    }

    private static HttpRequest telling(RawServer server) {
        return HttpRequest.post(
                        server.uri("/pay?token=" + CANARY),
                        HttpRequest.Effect.CHANGES_STATE,
                        "application/json",
                        Body.utf8("{\"token\":\"" + CANARY + "\"}"))
                .withHeader("Authorization", "Bearer " + CANARY);
    }

    private static final class Recorder extends AppenderBase<ILoggingEvent> {
        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            String trace =
                    event.getThrowableProxy() == null
                            ? ""
                            : ThrowableProxyUtil.asString(event.getThrowableProxy());
            lines.add(event.getLoggerName() + " " + event.getFormattedMessage() + trace);
        }
    }
}
