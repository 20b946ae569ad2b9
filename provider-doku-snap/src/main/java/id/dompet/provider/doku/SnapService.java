package id.dompet.provider.doku;

/**
 * The operations that are used, by their SNAP service codes (developers.doku.com, SNAP pages of the
 * operations). {@code OTP} and card registration need card data or a code from the customer's
 * phone, and are not used.
 */
enum SnapService {
    BINDING("07", "account binding"),
    UNBINDING("09", "account unbinding"),
    BALANCE("11", "balance inquiry"),
    PAYMENT("54", "payment"),
    STATUS("55", "check status"),
    NOTIFICATION("56", "payment notification"),
    REFUND("58", "refund"),
    TOKEN_B2B("73", "token B2B"),
    TOKEN_B2B2C("74", "token B2B2C");

    private final String code;
    private final String label;

    SnapService(String code, String label) {
        this.code = code;
        this.label = label;
    }

    String code() {
        return code;
    }

    /** For messages. */
    String label() {
        return label;
    }
}
