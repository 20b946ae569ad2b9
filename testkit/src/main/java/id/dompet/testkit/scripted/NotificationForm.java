package id.dompet.testkit.scripted;

/** The names in a scripted provider's notifications: a form, with its HMAC in a header. */
final class NotificationForm {
    static final String SIGNATURE = "X-Scripted-Signature";
    static final String EVENT = "event";
    static final String PAYMENT = "payment";
    static final String LINK = "link";
    static final String HANDSHAKE = "handshake";
    static final String ID = "id";
    static final String REFERENCE = "reference";
    static final String AMOUNT = "amount";
    static final String CURRENCY = "currency";
    static final String STATE = "state";
    static final String REASON = "reason";
    static final String AT = "at";
    static final String RESULT_SIGNED = "result-signed";
    static final String WALLET = "wallet";
    static final String CUSTOMER = "customer";

    private NotificationForm() {}
}
