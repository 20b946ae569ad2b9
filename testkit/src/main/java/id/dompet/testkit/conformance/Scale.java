package id.dompet.testkit.conformance;

import java.time.Duration;

/**
 * How much is tried. Contributors cannot change it.
 *
 * @param forgeries forged notifications for each kind of genuine one
 * @param patience the deadline of a call that a fault lets hang (real time)
 */
record Scale(int forgeries, Duration patience) {
    static final Scale FULL = new Scale(100_000, Duration.ofMillis(600));
}
