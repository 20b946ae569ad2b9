package id.dompet.ledger;

/** Something a person has to look at. Nothing is dropped: the payment's history says what came. */
public enum Alert {
    /** Paid after the ledger had closed it as declined: deliver, or give the money back. */
    PAID_AFTER_DECLINE,
    /** The provider has it although nothing was sent, as far as anybody knew. */
    KNOWN_THOUGH_NOT_SENT,
    /** The provider declines what it had reported as paid; the ledger keeps "paid". */
    DECLINED_AFTER_PAYMENT,
    /** The provider speaks of another amount or currency. */
    AMOUNT_DIFFERS,
    /** Open for a week. It is still asked about, once a day. */
    OPEN_TOO_LONG,
    /** A refund went through after the ledger had closed it as declined: count what went back. */
    REFUNDED_AFTER_DECLINE,
    /** The provider declines a refund that it had reported as done; the ledger keeps "refunded". */
    DECLINED_AFTER_REFUND,
    /**
     * The provider does not know a refund that should have arrived long ago. Find out there, and
     * {@link Ledger#closeMissingRefund} it if the money did not go back.
     */
    REFUND_NOT_FOUND
}
