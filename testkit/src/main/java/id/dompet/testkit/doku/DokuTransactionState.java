package id.dompet.testkit.doku;

/** Where a payment stands, with SNAP's {@code latestTransactionStatus}. */
public enum DokuTransactionState {
    /** Nobody has decided; 03. */
    PENDING("03", "Pending"),
    /** Charged, maybe refunded in part; 00. */
    PAID("00", "Success"),
    /** Charged and given back in full; 04. */
    REFUNDED("04", "Refunded"),
    /** Declined by the customer; 05. */
    CANCELED("05", "Canceled"),
    /** Refused by the wallet, or too many wrong PINs; 06. */
    FAILED("06", "Failed"),
    /** The time to pay is over; 06. */
    EXPIRED("06", "Failed");

    private final String status;
    private final String description;

    DokuTransactionState(String status, String description) {
        this.status = status;
        this.description = description;
    }

    /** {@code latestTransactionStatus}. */
    public String status() {
        return status;
    }

    String description() {
        return description;
    }
}
