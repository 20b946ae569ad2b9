package id.dompet.testkit.doku;

/** A request the provider refuses: the row of the response table, and the message in full. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final SnapCase snapCase;

    Refusal(SnapCase snapCase) {
        this(snapCase, snapCase.message());
    }

    private Refusal(SnapCase snapCase, String message) {
        // A refusal is an answer, not a failure: nobody needs to know where it was decided.
        super(message, null, false, false);
        this.snapCase = snapCase;
    }

    /** With a reason after the row's message. */
    static Refusal because(SnapCase snapCase, String reason) {
        return new Refusal(snapCase, snapCase.message() + ". " + reason);
    }

    /** 400xx01, naming the field. */
    static Refusal format(String field) {
        return new Refusal(
                SnapCase.INVALID_FIELD_FORMAT,
                SnapCase.INVALID_FIELD_FORMAT.message() + " " + field);
    }

    /** 400xx02, naming the field. */
    static Refusal missing(String field) {
        return new Refusal(
                SnapCase.INVALID_MANDATORY_FIELD,
                SnapCase.INVALID_MANDATORY_FIELD.message() + " " + field);
    }

    /**
     * Whether it is the request's signature, token, header or form that is wrong, whatever it asks
     * for. An auth code is not among them: one that is too early or too late is no mistake.
     */
    boolean isAboutForm() {
        return switch (snapCase) {
            case UNAUTHORIZED -> !text().contains("Auth Code");
            case BAD_REQUEST,
                    INVALID_FIELD_FORMAT,
                    INVALID_MANDATORY_FIELD,
                    INVALID_TOKEN,
                    TOKEN_NOT_FOUND,
                    INVALID_CUSTOMER_TOKEN,
                    CUSTOMER_TOKEN_NOT_FOUND,
                    FUNCTION_NOT_SUPPORTED ->
                    true;
            default -> false;
        };
    }

    SnapCase snapCase() {
        return snapCase;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
