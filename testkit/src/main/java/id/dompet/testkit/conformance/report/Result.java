package id.dompet.testkit.conformance.report;

import java.util.Locale;

/** How a rule came out. */
public enum Result {
    PASSED,
    FAILED,
    NOT_APPLICABLE,
    WAIVED;

    /** As reports write it, e.g. {@code not-applicable}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
