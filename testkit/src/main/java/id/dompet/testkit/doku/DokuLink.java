package id.dompet.testkit.doku;

import id.dompet.testkit.Masking;

/**
 * A binding as DOKU knows it, without its auth code.
 *
 * @param channel the wallet's channel
 * @param phoneNumber the wallet's number, {@code 08...}
 * @param custIdMerchant the merchant's name for the customer
 * @param referenceNo DOKU's reference
 * @param state how it stands
 */
public record DokuLink(
        DokuChannel channel,
        String phoneNumber,
        String custIdMerchant,
        String referenceNo,
        State state) {

    /** How a binding stands. */
    public enum State {
        /** The customer has not confirmed. */
        PENDING,
        /** Linked. */
        ACTIVE,
        /** Declined, or given up. */
        FAILED,
        /** Was linked, and was unlinked by either side. */
        ENDED
    }

    @Override
    public String toString() {
        return "DokuLink[%s %s, %s]".formatted(channel, Masking.phone(phoneNumber), state);
    }
}
