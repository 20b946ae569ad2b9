package id.dompet.model;

/**
 * A definite no. The provider's own code and words are kept for support, never for program logic.
 *
 * @param reason in this library's words
 * @param providerCode the provider's code, or empty text
 * @param providerMessage the provider's words, or empty text
 */
public record Decline(Reason reason, String providerCode, String providerMessage) {

    /** Why. */
    public enum Reason {
        /** The wallet holds too little. */
        INSUFFICIENT_FUNDS,
        /** A limit of the wallet or the customer. */
        LIMIT_EXCEEDED,
        /** Below the least or above the most that the provider takes. */
        AMOUNT_NOT_ALLOWED,
        /** The customer said no. */
        CUSTOMER_CANCELLED,
        /** The customer's time was over. */
        CUSTOMER_TOO_LATE,
        /** The binding has ended: the customer must link again. */
        BINDING_INVALID,
        /** The phone number has no such wallet, or one that cannot be linked. */
        PHONE_NOT_ACCEPTED,
        /** The wallet is linked to another customer. */
        BOUND_TO_ANOTHER_CUSTOMER,
        /** What came back belongs to another customer, phone or attempt; nothing was linked. */
        NOT_THIS_ATTEMPT,
        /** The wallet is blocked. */
        WALLET_BLOCKED,
        /** The provider or the wallet saw a risk. */
        RISK,
        /** The provider never knew the payment, and the time in which it could is over. */
        NEVER_ARRIVED,
        /** Ended without payment, and the provider does not say why. */
        NOT_COMPLETED,
        /** Anything else; see the provider's own words. */
        OTHER
    }

    /** A decline that no provider's words stand behind. */
    public static Decline of(Reason reason, String explanation) {
        return new Decline(reason, "", explanation);
    }
}
