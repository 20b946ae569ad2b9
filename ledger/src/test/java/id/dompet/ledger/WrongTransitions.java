package id.dompet.ledger;

import id.dompet.model.PaymentOutcome;
import id.dompet.model.RefundOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Wrong designs of how payments and refunds move, for the simulation to catch. */
final class WrongTransitions {
    private WrongTransitions() {}

    private static Misses aMinuteApart(Misses misses) {
        return new Misses(misses.since(), misses.now(), Duration.ofMinutes(1));
    }

    static final class NeverTooLate extends Pace {
        NeverTooLate(RandomGenerator random) {
            super(random);
        }

        @Override
        boolean isTooLateToSend(long nanos, Instant from, Instant to) {
            return false;
        }
    }

    static final class LastOneWins extends Transitions {
        @Override
        Decision on(
                PaymentState now,
                Optional<PaymentOutcome> before,
                Misses misses,
                PaymentOutcome heard) {
            return super.on(PaymentState.SENDING, before, misses, heard);
        }
    }

    static final class OneMiss extends Transitions {
        @Override
        Decision on(
                PaymentState now,
                Optional<PaymentOutcome> before,
                Misses misses,
                PaymentOutcome heard) {
            Misses enough = new Misses(Optional.of(Instant.EPOCH), misses.now(), misses.apart());
            return super.on(now, before, enough, heard);
        }
    }

    static final class MissesAMinuteApart extends Transitions {
        @Override
        Decision on(
                PaymentState now,
                Optional<PaymentOutcome> before,
                Misses misses,
                PaymentOutcome heard) {
            return super.on(now, before, aMinuteApart(misses), heard);
        }
    }

    static final class LastRefundOutcomeWins extends RefundTransitions {
        @Override
        RefundDecision on(
                RefundState now,
                Optional<RefundOutcome> before,
                Misses misses,
                boolean late,
                RefundOutcome heard) {
            return super.on(RefundState.SENDING, before, misses, late, heard);
        }
    }

    static final class RefundMissesAMinuteApart extends RefundTransitions {
        @Override
        RefundDecision on(
                RefundState now,
                Optional<RefundOutcome> before,
                Misses misses,
                boolean late,
                RefundOutcome heard) {
            return super.on(now, before, aMinuteApart(misses), late, heard);
        }
    }
}
