package id.dompet.testkit.simulated;

import id.dompet.model.Money;
import id.dompet.model.PhoneNumber;

/**
 * Money that really moved at a simulated provider, whatever it answered.
 *
 * @param reference the merchant's reference of the payment
 * @param amount how much
 * @param givenBack true for a refund, false for a charge
 * @param payer whose wallet it was
 */
public record Movement(String reference, Money amount, boolean givenBack, PhoneNumber payer) {}
