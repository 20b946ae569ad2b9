package id.dompet.testkit.doku;

/** What a notification is about. */
public enum NotificationKind {
    /** The outcome of a payment. */
    PAYMENT,
    /** The outcome of an account binding. */
    BINDING
}
