package id.dompet.testkit.doku;

/** When notifications leave. */
public enum NotificationMode {
    /** At once, on a background thread, and again when the clock says so. */
    AUTOMATIC,
    /** When the test says so. */
    MANUAL
}
