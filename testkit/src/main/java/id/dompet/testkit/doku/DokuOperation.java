package id.dompet.testkit.doku;

/** What the simulator can be asked for; the key of its journal and of its faults. */
public enum DokuOperation {
    /** Token of the merchant (DOKU, Get Token API, B2B). */
    TOKEN_B2B("73"),
    /** Token of one customer (DOKU, Get Token API, B2B2C). */
    TOKEN_B2B2C("74"),
    /** Linking a wallet (OVO Open API, Register a merchant account for direct debit). */
    ACCOUNT_BINDING("07"),
    /** Balance of a linked wallet (OVO Open API, Check Balance API). */
    BALANCE_INQUIRY("11"),
    /** Payment, with a linked wallet or by a jump into the wallet's app. */
    PAYMENT("54"),
    /** Refund, full or partial. */
    REFUND("58"),
    /** Check status of a payment. */
    CHECK_STATUS("55"),
    /** Ending a link (OVO Open API, Unbinding process). */
    ACCOUNT_UNBINDING("09"),
    /** Registering a card; no channel of the simulator has it. */
    CARD_REGISTRATION("01"),
    /** Removing a card; no channel of the simulator has it. */
    CARD_UNBINDING("05"),
    /** Verifying an OTP; no channel of the simulator has it. */
    OTP_VERIFICATION("04"),
    /** Any call of the DOKU Wallet family, which is not active for the merchant. */
    DOKU_WALLET("00"),
    /** The page on which the customer confirms a link. */
    BINDING_PAGE(""),
    /** The page on which the customer confirms a payment. */
    PAYMENT_PAGE(""),
    /** Any other path. */
    UNKNOWN("");

    private final String serviceCode;

    DokuOperation(String serviceCode) {
        this.serviceCode = serviceCode;
    }

    /** The SNAP service code, two digits; empty for pages and unknown paths. */
    public String serviceCode() {
        return serviceCode;
    }

    boolean isToken() {
        return this == TOKEN_B2B || this == TOKEN_B2B2C;
    }

    boolean isPage() {
        return this == BINDING_PAGE || this == PAYMENT_PAGE;
    }

    /** Whether it is signed symmetrically and carries a merchant token. */
    boolean isSigned() {
        return !serviceCode.isEmpty() && !isToken();
    }

    /** Whether carrying it out changes nothing. */
    boolean isReadOnly() {
        return this == BALANCE_INQUIRY || this == CHECK_STATUS;
    }
}
