package id.dompet.testkit.simulated;

import id.dompet.model.Money;

/**
 * Money given back, or the refusal to.
 *
 * @param id the provider's own name for it
 * @param reference the merchant's own for this refund
 * @param chargeReference the merchant's for the charge
 * @param amount how much
 * @param state what came of it
 */
public record RefundEntry(
        String id, String reference, String chargeReference, Money amount, State state) {

    /** What came of a refund. Only {@link #DONE} moved money, and only it stays in the books. */
    public enum State {
        /** The money is back in the customer's wallet. */
        DONE,
        /** Refused: more than what is left of the charge, or another currency. */
        TOO_MUCH,
        /** Refused: the charge was never paid. */
        NOT_PAID
    }

    RefundEntry told(String otherReference, String otherCharge, Money otherAmount) {
        return new RefundEntry(id, otherReference, otherCharge, otherAmount, state);
    }
}
