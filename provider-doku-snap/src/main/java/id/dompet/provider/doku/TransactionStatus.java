package id.dompet.provider.doku;

/**
 * {@code latestTransactionStatus} (apidevportal.aspi-indonesia.or.id, direct debit, status
 * inquiry). A refund's {@code refundStatus} uses three of them.
 */
enum TransactionStatus {
    SUCCESS("00"),
    INITIATED("01"),
    PAYING("02"),
    PENDING("03"),
    REFUNDED("04"),
    CANCELED("05"),
    FAILED("06"),
    NOT_FOUND("07"),
    UNDOCUMENTED("");

    private final String code;

    TransactionStatus(String code) {
        this.code = code;
    }

    static TransactionStatus of(String code) {
        for (TransactionStatus status : values()) {
            if (!status.code.isEmpty() && status.code.equals(code)) {
                return status;
            }
        }
        return UNDOCUMENTED;
    }
}
