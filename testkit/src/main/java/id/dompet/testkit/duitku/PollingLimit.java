package id.dompet.testkit.duitku;

import java.time.Duration;

/**
 * How often transactionStatus may be asked. No figures are published; callers who poll are said to
 * be blocked for about an hour.
 *
 * @param calls calls allowed within the window, 0 for no limit
 * @param window the window, by the simulator's clock
 * @param blockedFor how long a caller who asks more often gets 429
 */
public record PollingLimit(int calls, Duration window, Duration blockedFor) {

    /** No limit. */
    public static PollingLimit none() {
        return new PollingLimit(0, Duration.ZERO, Duration.ZERO);
    }

    /** So many calls per minute, then an hour of 429. */
    public static PollingLimit perMinute(int calls) {
        return new PollingLimit(calls, Duration.ofMinutes(1), Duration.ofHours(1));
    }
}
