package id.dompet.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.model.RefundOutcome;
import id.dompet.model.UnknownCause;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** When "the provider does not know it" counts, and when it is too late to send. */
class MissesTest {
    private static final Instant FIRST = Instant.parse("2026-11-20T03:00:00Z");
    private static final Duration APART = Duration.ofMinutes(45);
    private static final RefundOutcome NOT_FOUND = new RefundOutcome.NotFound();
    private static final RefundOutcome UNREADABLE =
            new RefundOutcome.Unknown(UnknownCause.UNREADABLE_ANSWER, "not readable");

    private static Misses after(Duration time) {
        return new Misses(Optional.of(FIRST), FIRST.plus(time), APART);
    }

    @Test
    void theSecondTimeCountsWhenItIsLongEnoughAfterTheFirst() {
        assertThat(new Misses(Optional.empty(), FIRST, APART).isEnough()).isFalse();
        assertThat(after(APART.minusMillis(1)).isEnough()).isFalse();
        assertThat(after(APART).isEnough()).isTrue();
        assertThat(after(APART).first()).isEqualTo(FIRST);
    }

    @Test
    void aDatabaseWhoseClockWasSetBackMakesItWait() {
        assertThat(after(Duration.ofHours(-3)).isEnough()).isFalse();
    }

    @Test
    void aPersonIsCalledOnceWhenARefundWasMissingTwice() {
        RefundDecision first = refund(Optional.empty(), new Misses(Optional.empty(), FIRST, APART));
        assertThat(first.alert()).isEmpty();
        assertThat(first.missingSince()).contains(FIRST);
        RefundDecision second = refund(first.outcome(), after(APART));
        assertThat(second.alert()).contains(Alert.REFUND_NOT_FOUND);
        RefundDecision third = refund(second.outcome(), after(APART.multipliedBy(2)));
        assertThat(third.alert()).isEmpty();
        assertThat(third.state()).as("never by itself").isEqualTo(RefundState.UNKNOWN);
    }

    private static RefundDecision refund(Optional<RefundOutcome> before, Misses misses) {
        return new RefundTransitions().on(RefundState.UNKNOWN, before, misses, true, NOT_FOUND);
    }

    @Test
    void anAnswerThatCannotBeReadLeavesARefundMissing() {
        RefundDecision decision =
                new RefundTransitions()
                        .on(
                                RefundState.UNKNOWN,
                                Optional.of(NOT_FOUND),
                                after(APART),
                                false,
                                UNREADABLE);
        assertThat(decision.outcome()).as("it can still be closed").contains(NOT_FOUND);
        assertThat(decision.missingSince()).contains(FIRST);
    }

    @Test
    void whatTookLongToBeWrittenDownIsTooLateByEitherClock() {
        Pace pace = new Pace(new SplittableRandom(1));
        long second = Duration.ofSeconds(1).toNanos();
        assertThat(pace.isTooLateToSend(second, FIRST, FIRST.plusSeconds(1))).isFalse();
        assertThat(pace.isTooLateToSend(60 * second, FIRST, FIRST)).isTrue();
        assertThat(pace.isTooLateToSend(0, FIRST, FIRST.plusSeconds(60))).isTrue();
    }
}
