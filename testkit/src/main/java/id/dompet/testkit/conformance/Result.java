package id.dompet.testkit.conformance;

import java.util.Locale;

/** How a rule came out. */
enum Result {
    PASSED,
    FAILED,
    NOT_APPLICABLE,
    WAIVED;

    /** As reports write it, e.g. {@code not-applicable}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
