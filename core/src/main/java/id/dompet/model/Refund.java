package id.dompet.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One refund, of all or part of a payment. Store it before you send it.
 *
 * @param reference the merchant's own, unique for ever: 1 to 32 letters, digits, dots, dashes and
 *     underscores
 * @param payment what was paid
 * @param amount more than zero, at most the payment's
 * @param reason why, for the customer and the provider; 1 to 255 characters
 * @param createdAt when the merchant made it
 */
public record Refund(
        String reference, Payment payment, Money amount, String reason, Instant createdAt) {

    /** Refuses what no provider would take. */
    public Refund {
        Texts.requireReference("refund reference", reference);
        Texts.require("refund reason", reason, 255);
        createdAt = createdAt.truncatedTo(ChronoUnit.MILLIS);
        if (amount.amount().signum() == 0 || amount.compareTo(payment.amount()) > 0) {
            throw new IllegalArgumentException(
                    "refunds are more than zero and at most the payment: " + amount);
        }
    }

    /** Whether the whole payment goes back. */
    public boolean isFull() {
        return amount.equals(payment.amount());
    }
}
