package id.dompet.testkit.conformance.bench;

/** A rule is broken. The extension adds the rule and what was seen on the wire. */
public final class Violation extends AssertionError {
    private static final long serialVersionUID = 1L;

    private final String expected;
    private final String seen;

    public Violation(String expected, String seen) {
        super("expected: " + expected + "; seen: " + seen);
        this.expected = expected;
        this.seen = seen;
    }

    public String expected() {
        return expected;
    }

    public String seen() {
        return seen;
    }
}
