package id.dompet.testkit.conformance;

import java.net.URI;
import java.time.LocalDate;

/**
 * A rule that a module is known to break, for a while. It fails when the rule passes after all, and
 * when its time is over.
 *
 * @param rule the rule's number, e.g. {@code PAY-10}
 * @param reason why, in one sentence
 * @param link where the matter is followed
 * @param until the last day on which it counts
 */
public record Waiver(String rule, String reason, URI link, LocalDate until) {

    /** Refuses an empty reason. */
    public Waiver {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a waiver of " + rule + " needs a reason");
        }
    }
}
