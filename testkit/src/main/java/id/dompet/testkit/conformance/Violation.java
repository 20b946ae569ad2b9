package id.dompet.testkit.conformance;

/** A rule is broken. The extension adds the rule and what was seen on the wire. */
final class Violation extends AssertionError {
    private static final long serialVersionUID = 1L;

    private final String expected;
    private final String seen;

    Violation(String expected, String seen) {
        super("expected: " + expected + "; seen: " + seen);
        this.expected = expected;
        this.seen = seen;
    }

    String expected() {
        return expected;
    }

    String seen() {
        return seen;
    }
}
