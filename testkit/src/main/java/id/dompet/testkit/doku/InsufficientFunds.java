package id.dompet.testkit.doku;

/** Where a payment with a page is refused whose wallet has too little. */
public enum InsufficientFunds {
    /** At once, with 403xx14. */
    REFUSE_REQUEST,
    /** After the customer confirmed: the payment fails. */
    FAIL_ON_PAGE
}
