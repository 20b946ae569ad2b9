package id.dompet.testkit.conformance;

/** Only the rule itself could find out that it does not apply. */
final class NotApplicable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotApplicable(String reason) {
        super(reason);
    }
}
