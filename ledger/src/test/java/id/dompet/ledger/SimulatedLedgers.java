package id.dompet.ledger;

import id.dompet.Dompet;
import id.dompet.ledger.crypt.Vault;
import id.dompet.ledger.store.LinkStore;
import id.dompet.ledger.store.PaymentStore;
import id.dompet.ledger.store.RefundStore;
import id.dompet.spi.TimeSource;
import java.time.Duration;
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
        ONE_MISS_IS_ENOUGH,
        /** A wrong design: two "not there" count a minute apart. */
        A_MINUTE_APART,
        /** A wrong design: what took hours to be written down is sent nevertheless. */
        SENDS_LATE
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
                        pace(rules, random),
                        8,
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(5)));
    }

    private static RefundTransitions refundTransitions(Rules rules) {
        return switch (rules) {
            case LAST_ONE_WINS -> new WrongTransitions.LastRefundOutcomeWins();
            case A_MINUTE_APART -> new WrongTransitions.RefundMissesAMinuteApart();
            case FORWARDS_ONLY, ONE_MISS_IS_ENOUGH, SENDS_LATE -> new RefundTransitions();
        };
    }

    private static Pace pace(Rules rules, RandomGenerator random) {
        return rules == Rules.SENDS_LATE
                ? new WrongTransitions.NeverTooLate(random)
                : new Pace(random);
    }

    private static Transitions transitions(Rules rules) {
        return switch (rules) {
            case FORWARDS_ONLY, SENDS_LATE -> new Transitions();
            case LAST_ONE_WINS -> new WrongTransitions.LastOneWins();
            case ONE_MISS_IS_ENOUGH -> new WrongTransitions.OneMiss();
            case A_MINUTE_APART -> new WrongTransitions.MissesAMinuteApart();
        };
    }
}
