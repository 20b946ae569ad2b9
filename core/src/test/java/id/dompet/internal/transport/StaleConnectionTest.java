package id.dompet.internal.transport;

import static id.dompet.internal.transport.Calls.amply;
import static id.dompet.internal.transport.Calls.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A connection that the server is done with is never the reason for a lost call. */
final class StaleConnectionTest {
    private static final int CALLS = 50;

    private static final String KEPT = RawServer.answer(200, "ok");
    private static final String LAST = RawServer.answer(200, "ok", "Connection: close");
    private static final String CHUNKED =
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n";

    /** What a server does with a connection after its answer. */
    @FunctionalInterface
    interface Farewell {
        void say(RawConnection connection) throws Exception;
    }

    static Stream<Arguments> farewells() {
        Farewell closes = RawConnection::close;
        Farewell resets = RawConnection::reset;
        Farewell halfCloses = RawConnection::halfClose;
        Farewell talks = connection -> connection.write("HTTP/1.1 408 Gone\r\n\r\n");
        Farewell oneByte = connection -> connection.write("\n");
        Farewell talksAndCloses =
                connection -> {
                    connection.write("HTTP/1.1 408 Gone\r\nContent-Length: 0\r\n\r\n");
                    connection.close();
                };
        return Stream.of(
                Arguments.of("closes", KEPT, closes),
                Arguments.of("closes as announced", LAST, closes),
                Arguments.of("closes after chunks", CHUNKED, closes),
                Arguments.of("resets", KEPT, resets),
                Arguments.of("half-closes", KEPT, halfCloses),
                Arguments.of("says something unasked", KEPT, talks),
                Arguments.of("leaves one byte", KEPT, oneByte),
                Arguments.of("says something and closes", KEPT, talksAndCloses),
                Arguments.of("answers twice at once", KEPT + KEPT, oneByte));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("farewells")
    void everyCallIsAnswered(String name, String answer, Farewell farewell) throws Exception {
        Semaphore said = new Semaphore(0);
        try (ApacheTransport transport = Calls.open();
                RawServer server =
                        RawServer.playing(
                                connection -> {
                                    connection.request();
                                    connection.write(answer);
                                    farewell.say(connection);
                                    said.release();
                                    if (!connection.socket().isClosed()) {
                                        connection.read();
                                    }
                                })) {
            for (int i = 0; i < CALLS; i++) {
                assertThat(transport.send(post(server.uri("/pay")), amply()).body().text())
                        .isEqualTo("ok");
                said.acquire();
            }
            assertThat(server.requests()).isEqualTo(CALLS);
            Calls.assertNothingLent(transport);
        }
    }
}
