package id.dompet.testkit.conformance.bench;

/** Only the rule itself could find out that it does not apply. */
public final class NotApplicable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotApplicable(String reason) {
        super(reason);
    }
}
