package id.dompet.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import id.dompet.http.HttpFailure;
import id.dompet.spi.ExchangeListener.Exchange;
import id.dompet.spi.ExchangeListener.Result;
import id.dompet.spi.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class HttpCallTest {
    private final ManualTime time = new ManualTime();
    private final ScriptedTransport transport = new ScriptedTransport();
    private final List<Exchange> heard = new ArrayList<>();

    private HttpCall call(Operation operation) {
        return TestCalls.over(transport, time, heard::add).start(operation, Duration.ofSeconds(30));
    }

    @Test
    void aSecondRequestThatChangesStateIsRefused() {
        transport.answer(200).answer(200);
        HttpCall call = call(Operation.PAY);
        call.send(TestCalls.change());
        assertThatThrownBy(() -> call.send(TestCalls.change()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("already");
        assertThat(transport.sent()).hasSize(1);
    }

    @Test
    void afterANoAnswerItIsRefusedToo() {
        transport.fail(new HttpFailure.NoAnswer("reset", null));
        HttpCall call = call(Operation.PAY);
        assertThatThrownBy(() -> call.send(TestCalls.change()))
                .isInstanceOf(HttpFailure.NoAnswer.class);
        assertThat(call.mayHaveChangedState()).isTrue();
        assertThatThrownBy(() -> call.send(TestCalls.change()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(transport.sent()).hasSize(1);
    }

    @Test
    void after401OneMoreIsAllowedBecauseTheFirstWasNotCarriedOut() {
        transport.answer(401).answer(200);
        HttpCall call = call(Operation.PAY);
        call.send(TestCalls.change());
        assertThat(call.mayHaveChangedState()).isFalse();
        call.send(TestCalls.change());
        assertThat(call.mayHaveChangedState()).isTrue();
    }

    @Test
    void after401ItIsRepeatedTwiceAndNoMore() {
        transport.answer(401).answer(401).answer(401).answer(401);
        HttpCall call = call(Operation.PAY);
        for (int i = 0; i < 3; i++) {
            call.send(TestCalls.change());
        }
        assertThatThrownBy(() -> call.send(TestCalls.change()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("401");
        assertThat(transport.sent()).hasSize(3);
    }

    @Test
    void anotherThreadCannotSend() throws Exception {
        HttpCall call = call(Operation.PAY);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            assertThatThrownBy(() -> other.submit(() -> call.send(TestCalls.change())).get())
                    .hasCauseInstanceOf(IllegalStateException.class);
        } finally {
            other.shutdownNow();
        }
        assertThat(transport.sent()).isEmpty();
    }

    @Test
    void afterNotSentNothingHasChanged() {
        transport.fail(new HttpFailure.NotSent("refused", null));
        HttpCall call = call(Operation.PAY);
        assertThatThrownBy(() -> call.send(TestCalls.change()))
                .isInstanceOf(HttpFailure.NotSent.class);
        assertThat(call.mayHaveChangedState()).isFalse();
    }

    @Test
    void aQuestionCannotSendARequestThatChangesState() {
        assertThatThrownBy(() -> call(Operation.STATUS).send(TestCalls.change()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("must not change");
        assertThat(transport.sent()).isEmpty();
    }

    @Test
    void theListenerHearsHowItEndedWithoutQueryOrUserInfo() {
        transport.answer(503);
        call(Operation.PAY).send(TestCalls.change());
        assertThat(heard)
                .singleElement()
                .satisfies(
                        exchange -> {
                            assertThat(exchange.address())
                                    .isEqualTo("https://acme.example:8443/charge");
                            assertThat(exchange.operation()).isEqualTo("pay");
                            assertThat(exchange.result()).isEqualTo(Result.ANSWERED);
                            assertThat(exchange.status()).hasValue(503);
                        });
    }

    @Test
    void aListenerThatFailsDoesNotDisturbTheOperation() {
        transport.answer(200);
        HttpCall call =
                TestCalls.over(
                                transport,
                                time,
                                exchange -> {
                                    throw new NoClassDefFoundError("metrics are down");
                                })
                        .start(Operation.PAY, Duration.ofSeconds(30));
        assertThat(call.send(TestCalls.change()).status()).isEqualTo(200);
    }

    @Test
    void oneLineIsLoggedForEachExchangeWithoutSecrets() {
        Logger logger = (Logger) LoggerFactory.getLogger("id.dompet.exchange");
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.addAppender(lines);
        try {
            transport.answer(200);
            call(Operation.PAY).send(TestCalls.change());
        } finally {
            logger.detachAppender(lines);
        }
        assertThat(lines.list)
                .singleElement()
                .extracting(ILoggingEvent::getFormattedMessage)
                .isEqualTo(
                        "acme pay POST https://acme.example:8443/charge -> 200 in 0 ms [call-1]");
    }
}
