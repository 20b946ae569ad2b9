package id.dompet.internal.credential;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What follows a failed renewal: until {@code until} nobody tries again.
 *
 * @param failure what every caller gets meanwhile if there is no living credential
 * @param failures how many in a row
 * @param until when the next one may try
 */
record Backoff(RuntimeException failure, int failures, Instant until) {
    private static final long FIRST_MILLIS = 100;
    private static final long LONGEST_MILLIS = 10_000;

    static Backoff after(
            @Nullable Backoff before,
            RuntimeException failure,
            Instant now,
            RandomGenerator random) {
        int failures = before == null ? 1 : before.failures + 1;
        long most = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(failures, 10));
        return new Backoff(
                failure,
                failures,
                now.plus(Duration.ofMillis(FIRST_MILLIS + random.nextLong(most))));
    }

    boolean holds(Instant now) {
        return now.isBefore(until);
    }
}
