package id.dompet.testkit.conformance.bench;

import java.time.Duration;

/**
 * How much is tried. Contributors cannot change it.
 *
 * @param forgeries forged notifications for each kind of genuine one
 * @param patience the deadline of a call that a fault lets hang (real time)
 * @param thorough whether what takes long is tried too: faults that only a deadline ends, and the
 *     same again for each wallet and way. The testkit's own hundred broken modules do without,
 *     except for those that break just this
 */
public record Scale(int forgeries, Duration patience, boolean thorough) {
    public static final Scale FULL = new Scale(100_000, Duration.ofMillis(600), true);
}
