package id.dompet.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dompet.http.HttpFailure;
import id.dompet.model.DompetException;
import id.dompet.spi.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuestionsTest {
    private final ManualTime time = new ManualTime();
    private final ScriptedTransport transport = new ScriptedTransport();
    private final List<String> attempts = new ArrayList<>();
    private final Questions questions = questions(2);

    private Questions questions(int repeats) {
        return new Questions(
                TestCalls.over(transport, time),
                Duration.ofSeconds(10),
                repeats,
                time,
                new Random(1));
    }

    private int ask(Questions of) {
        return of.ask(
                Operation.STATUS,
                call -> {
                    attempts.add(call.correlationId());
                    return call.send(TestCalls.question()).status();
                });
    }

    @Test
    void aQuestionIsAskedAgainWithACallOfItsOwn() {
        transport
                .fail(new HttpFailure.NoAnswer("reset", null))
                .fail(new HttpFailure.NotSent("refused", null))
                .answer(200);
        assertThat(ask(questions)).isEqualTo(200);
        assertThat(attempts).containsExactly("call-1", "call-2", "call-3");
        assertThat(time.sleeps()).hasSize(2);
    }

    @Test
    void afterTwoRepeatsItGivesUp() {
        for (int i = 0; i < 3; i++) {
            transport.fail(new HttpFailure.NoAnswer("reset " + i, null));
        }
        assertThatThrownBy(() -> ask(questions))
                .isInstanceOf(DompetException.Unavailable.class)
                .hasMessage("acme: reset 2");
        assertThat(transport.sent()).hasSize(3);
    }

    @Test
    void refusalsAndRateLimitsAreNotAskedAgain() {
        assertThatThrownBy(
                        () ->
                                questions.ask(
                                        Operation.STATUS,
                                        call -> {
                                            attempts.add(call.correlationId());
                                            throw new DompetException.RateLimited(
                                                    TestCalls.ACME, "slower", Optional.empty());
                                        }))
                .isInstanceOf(DompetException.RateLimited.class);
        assertThat(attempts).hasSize(1);
    }

    @Test
    void nothingIsAskedAfterTheDeadline() {
        assertThatThrownBy(
                        () ->
                                questions.ask(
                                        Operation.STATUS,
                                        call -> {
                                            attempts.add(call.correlationId());
                                            time.advance(Duration.ofSeconds(10));
                                            throw new HttpFailure.NoAnswer("slow", null);
                                        }))
                .isInstanceOf(DompetException.Unavailable.class);
        assertThat(attempts).hasSize(1);
    }

    @Test
    void inAnOutageRepeatsAddLittleToTheLoad() {
        int asked = 3_000;
        for (int i = 0; i < 2 * asked; i++) {
            transport.fail(new HttpFailure.NoAnswer("down", null));
        }
        for (int i = 0; i < asked; i++) {
            assertThatThrownBy(() -> ask(questions))
                    .isInstanceOf(DompetException.Unavailable.class);
        }
        assertThat(transport.sent().size()).isBetween(asked + 1, asked * 110 / 100);
    }

    @Test
    void aBugInAQuestionIsAProviderFault() {
        assertThatThrownBy(
                        () ->
                                questions.ask(
                                        Operation.STATUS,
                                        call -> {
                                            throw new IllegalStateException("bug");
                                        }))
                .isInstanceOf(DompetException.ProviderFault.class);
    }
}
