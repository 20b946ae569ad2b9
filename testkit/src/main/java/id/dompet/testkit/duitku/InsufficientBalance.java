package id.dompet.testkit.duitku;

/** Where a wallet that cannot pay is noticed. */
public enum InsufficientBalance {
    /** At the inquiry, with code -100 (Account Link V1.1, response codes). */
    REFUSE_INQUIRY,
    /** On the PIN page: the payment fails and its callback says 01. */
    FAIL_AT_PIN
}
