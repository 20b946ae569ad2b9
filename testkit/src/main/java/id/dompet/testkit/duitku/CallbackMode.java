package id.dompet.testkit.duitku;

/** When callbacks leave. */
public enum CallbackMode {
    /** At once, on a background thread, and again after each failure. */
    AUTOMATIC,
    /** When the test says so. */
    MANUAL
}
