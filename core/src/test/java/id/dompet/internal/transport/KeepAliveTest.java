package id.dompet.internal.transport;

import static id.dompet.internal.transport.Calls.amply;
import static id.dompet.internal.transport.Calls.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long an idle connection is kept. */
final class KeepAliveTest {

    @ParameterizedTest
    @CsvSource({
        "'timeout=5', 4",
        "'timeout=5, max=100', 4",
        "'max=100', 30",
        "'timeout=3600', 30",
        "'timeout=1', 0",
        "'timeout=0', 0",
        "'timeout=soon', 30",
        "'timeout=99999999999', 30",
        "'timeout', 30"
    })
    void theServersHintCountsWithAMarginAndHalfAMinuteAtMost(String hint, int seconds) {
        BasicHttpResponse answer = new BasicHttpResponse(200);
        answer.setHeader("Keep-Alive", hint);

        assertThat(ExchangeHandler.keepAlive(answer)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void aConnectionThatTheServerWillCloseAtOnceIsNotKept() throws IOException {
        try (RawServer server =
                        RawServer.answering(RawServer.answer(200, "", "Keep-Alive: timeout=0"));
                ApacheTransport transport = Calls.open()) {
            for (int i = 0; i < 3; i++) {
                transport.send(post(server.uri("/")), amply());
            }
            assertThat(server.connections()).isEqualTo(3);
            assertThat(transport.connections().getAvailable()).isZero();
        }
    }
}
