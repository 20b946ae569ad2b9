package id.dompet.testkit.duitku;

/** Where a payment stands. */
public enum TransactionState {
    /** The customer has not decided; status code 01. */
    PENDING("01", "PROCESS"),
    /** Charged; status code 00. */
    PAID("00", "SUCCESS"),
    /** Refused by the wallet, or too many wrong PINs; status code 02. */
    FAILED("02", "FAILED"),
    /** Declined by the customer; status code 02. */
    CANCELED("02", "CANCELED"),
    /** The window closed; status code 02. */
    EXPIRED("02", "EXPIRED");

    private final String statusCode;
    private final String statusMessage;

    TransactionState(String statusCode, String statusMessage) {
        this.statusCode = statusCode;
        this.statusMessage = statusMessage;
    }

    String statusCode() {
        return statusCode;
    }

    String statusMessage() {
        return statusMessage;
    }
}
