package id.dompet.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FaultTest {

    private enum Operation {
        PAY,
        ASK
    }

    private final FaultScript<Operation> script = new FaultScript<>(Operation.class);

    @Test
    void faultsComeInOrderAndOnlyForTheirOperation() {
        Fault first = Fault.status(500);
        Fault second = Fault.connectionReset();
        Fault standing = Fault.status(503);
        script.next(Operation.PAY, 2, first);
        script.next(Operation.PAY, second);
        script.always(Operation.PAY, standing);

        assertThat(script.take(Operation.ASK)).isEmpty();
        assertThat(script.waiting(Operation.PAY)).isEqualTo(3);
        assertThat(script.waiting(Operation.ASK)).isZero();
        assertThat(script.take(Operation.PAY)).contains(first);
        assertThat(script.take(Operation.PAY)).contains(first);
        assertThat(script.take(Operation.PAY)).contains(second);
        assertThat(script.take(Operation.PAY)).contains(standing);
        script.clear();
        assertThat(script.take(Operation.PAY)).isEmpty();
        assertThat(script.shown()).isEqualTo(4);
    }

    @Test
    void eachFaultSaysWhetherTheOperationTakesEffect() {
        assertThat(Fault.connectionReset().takesEffect()).isFalse();
        assertThat(Fault.connectionReset().afterEffect().takesEffect()).isTrue();
        assertThat(Fault.delay(Duration.ofSeconds(1)).takesEffect()).isTrue();
        assertThat(Fault.status(500).afterEffect().beforeEffect().takesEffect()).isFalse();
    }

    @Test
    void aGenuineAnswerCannotComeWithoutTheEffect() {
        Fault truncated = Fault.truncatedBody(3);

        assertThatThrownBy(truncated::beforeEffect)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("genuine answer");
    }
}
