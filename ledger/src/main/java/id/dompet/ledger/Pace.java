package id.dompet.ledger;

import id.dompet.spi.StatusPolling;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * When to ask about a payment that is open: as soon as the provider allows, then less and less
 * often, once a day in the end, and never for the last time.
 */
class Pace {
    /** Longer than any call lasts: after it, nobody is still sending the payment. */
    static final Duration LONGEST_CALL = Duration.ofMinutes(2);

    /** Written down for longer than this, it must not be sent: the call would end too late. */
    private static final Duration LONGEST_WRITE = Duration.ofSeconds(45);

    private static final List<Duration> STEPS =
            List.of(
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(30),
                    Duration.ofHours(1),
                    Duration.ofHours(3),
                    Duration.ofHours(6),
                    Duration.ofHours(12));
    private static final Duration DAILY = Duration.ofDays(1);
    private static final int JITTER_PER_MILLE = 100;

    private final RandomGenerator random;

    Pace(RandomGenerator random) {
        this.random = random;
    }

    /** From sending to the first question; later while its sender may still be waiting. */
    Duration first(StatusPolling polling, PaymentState state) {
        return state == PaymentState.SENDING
                ? longer(polling.firstAfter(), LONGEST_CALL)
                : polling.firstAfter();
    }

    /**
     * Whether writing something down, or a pause of the process, took so long that it must not be
     * sent any more: others will ask about it, and may take it for lost, before its call is over.
     * Both clocks count: the one stands still while a machine sleeps, the other can be set back.
     *
     * @param nanos how long, by the clock that only runs forwards
     * @param from when it began, by the clock on the wall
     * @param to when it ended, by the clock on the wall
     */
    boolean isTooLateToSend(long nanos, Instant from, Instant to) {
        return nanos > LONGEST_WRITE.toNanos()
                || Duration.between(from, to).compareTo(LONGEST_WRITE) > 0;
    }

    /**
     * From one question to the next, with up to a tenth more at random.
     *
     * @param asked how often it was asked about, this time included
     */
    Duration next(StatusPolling polling, int asked) {
        Duration step = asked <= STEPS.size() ? STEPS.get(Math.max(0, asked - 1)) : DAILY;
        Duration least = longer(step, polling.between());
        return least.plus(least.multipliedBy(random.nextInt(JITTER_PER_MILLE)).dividedBy(1_000));
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
