package id.dompet.internal.config;

/** A value that does not fit its kind: what is wrong with it, and what to write. */
final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    private final String suggestion;

    Unfit(String reason, String suggestion) {
        super(reason);
        this.suggestion = suggestion;
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    String suggestion() {
        return suggestion;
    }
}
