package id.dompet.ledger;

import id.dompet.Dompet;
import id.dompet.ledger.crypt.Vault;
import id.dompet.ledger.store.LinkStore;
import id.dompet.ledger.store.PaymentStore;
import id.dompet.ledger.store.RefundStore;
import id.dompet.model.PaymentOutcome;
import id.dompet.spi.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Opens ledgers over anything, for tests of other packages. */
public final class SimulatedLedgers {
    private SimulatedLedgers() {}

    /** How payments move. */
    public enum Rules {
        /** As they should. */
        FORWARDS_ONLY,
        /** A wrong design: whoever is heard last is believed. */
        LAST_ONE_WINS,
        /** A wrong design: one "not there" is enough. */
        ONE_MISS_IS_ENOUGH
    }

    /** Opens one. */
    public static Ledger open(
            Dompet dompet,
            PaymentStore payments,
            RefundStore refunds,
            LinkStore links,
            Vault vault,
            Rules rules,
            LedgerHandler handler,
            RefundHandler refundHandler,
            TimeSource time,
            RandomGenerator random) {
        return new Ledger(
                new Parts(
                        dompet,
                        payments,
                        refunds,
                        links,
                        vault,
                        transitions(rules),
                        refundTransitions(rules),
                        handler,
                        refundHandler,
                        time,
                        random,
                        8,
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(5)));
    }

    private static RefundTransitions refundTransitions(Rules rules) {
        return switch (rules) {
            case FORWARDS_ONLY, LAST_ONE_WINS, ONE_MISS_IS_ENOUGH -> new RefundTransitions();
        };
    }

    private static Transitions transitions(Rules rules) {
        return switch (rules) {
            case FORWARDS_ONLY -> new Transitions();
            case LAST_ONE_WINS -> new LastOneWins();
            case ONE_MISS_IS_ENOUGH -> new OneMiss();
        };
    }

    private static final class LastOneWins extends Transitions {
        @Override
        Decision on(
                PaymentState now,
                Optional<PaymentOutcome> before,
                Optional<Instant> missingSince,
                PaymentOutcome heard,
                Instant at) {
            return super.on(PaymentState.SENDING, before, missingSince, heard, at);
        }
    }

    private static final class OneMiss extends Transitions {
        @Override
        Decision on(
                PaymentState now,
                Optional<PaymentOutcome> before,
                Optional<Instant> missingSince,
                PaymentOutcome heard,
                Instant at) {
            return super.on(now, before, Optional.of(Instant.EPOCH), heard, at);
        }
    }
}
