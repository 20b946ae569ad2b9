package id.dompet.testkit.scripted;

import id.dompet.model.Money;
import id.dompet.model.Wallet;
import java.time.Instant;

/**
 * Money that really moved, whatever any answer said.
 *
 * @param kind which way
 * @param paymentReference the merchant's reference of the payment
 * @param wallet whose
 * @param amount how much
 * @param at when, by the provider's clock
 */
public record Movement(
        Kind kind, String paymentReference, Wallet wallet, Money amount, Instant at) {

    /** Which way money moved. */
    public enum Kind {
        /** From the customer's wallet to the merchant. */
        CHARGED,
        /** Back to the customer's wallet: refunded or reversed. */
        GIVEN_BACK
    }
}
