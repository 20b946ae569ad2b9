package id.dompet.testkit.duitku;

/** What the simulator can be asked for; the key of its journal and of its faults. */
public enum DuitkuOperation {
    /** {@code POST .../v1/connect}. */
    CONNECT("resultCode", "resultMessage"),
    /** {@code POST .../v1/disconnect}. */
    DISCONNECT("resultCode", "resultMessage"),
    /** {@code POST .../v1/user/info}. */
    USER_INFO("resultCode", "resultMessage"),
    /** {@code POST .../v1/topup/intructions}, spelt as the provider spells it. */
    TOP_UP("resultCode", "resultMessage"),
    /** {@code POST .../merchant/v2/inquiry}. */
    INQUIRY("statusCode", "statusMessage"),
    /** {@code POST .../merchant/transactionStatus}. */
    TRANSACTION_STATUS("statusCode", "statusMessage"),
    /** {@code POST .../merchant/paymentmethod/getpaymentmethod}. */
    PAYMENT_METHODS("responseCode", "responseMessage"),
    /** The page on which the customer confirms a link. */
    LINK_PAGE("", ""),
    /** The page on which the customer confirms a payment. */
    PAYMENT_PAGE("", ""),
    /** Any other path. */
    UNKNOWN("", "");

    private final String codeField;
    private final String messageField;

    DuitkuOperation(String codeField, String messageField) {
        this.codeField = codeField;
        this.messageField = messageField;
    }

    /** The name of the result code in this operation's answer. */
    String codeField() {
        return codeField;
    }

    String messageField() {
        return messageField;
    }

    boolean isAccountLink() {
        return codeField.equals("resultCode");
    }

    boolean isWebApi() {
        return this == INQUIRY || this == TRANSACTION_STATUS || this == PAYMENT_METHODS;
    }

    boolean isPage() {
        return this == LINK_PAGE || this == PAYMENT_PAGE;
    }

    /** Whether carrying it out changes nothing. */
    boolean isReadOnly() {
        return this == USER_INFO
                || this == TOP_UP
                || this == TRANSACTION_STATUS
                || this == PAYMENT_METHODS;
    }
}
