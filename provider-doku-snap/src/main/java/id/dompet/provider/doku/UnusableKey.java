package id.dompet.provider.doku;

/** Thrown for a key that cannot be used; says what is wrong and never quotes the key. */
final class UnusableKey extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final String suggestion;
    private final boolean passphrase;

    private UnusableKey(String reason, String suggestion, boolean passphrase) {
        super(reason + " (" + suggestion + ")");
        this.reason = reason;
        this.suggestion = suggestion;
        this.passphrase = passphrase;
    }

    static UnusableKey key(String reason, String suggestion) {
        return new UnusableKey(reason, suggestion, false);
    }

    static UnusableKey passphrase(String reason, String suggestion) {
        return new UnusableKey(reason, suggestion, true);
    }

    String reason() {
        return reason;
    }

    String suggestion() {
        return suggestion;
    }

    /** Whether it is the passphrase that is missing or wrong. */
    boolean isAboutPassphrase() {
        return passphrase;
    }
}
