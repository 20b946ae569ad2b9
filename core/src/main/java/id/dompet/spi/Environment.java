package id.dompet.spi;

/** Which of a provider's worlds an instance talks to. Always named, never assumed. */
public enum Environment {
    /** The provider's test environment, or a simulator. */
    SANDBOX,
    /** Real money. */
    PRODUCTION
}
