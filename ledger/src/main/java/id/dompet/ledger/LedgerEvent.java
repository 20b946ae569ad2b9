package id.dompet.ledger;

import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened to a payment. Delivered at least once: {@code payment.reference()} and
 * {@code number} together name it.
 *
 * @param payment which
 * @param number position among this payment's events, from 1; they are delivered in this order
 * @param state how the payment stood then
 * @param outcome what was known then
 * @param alert what a person has to look at, if that is what happened
 * @param at when it was written down
 */
public record LedgerEvent(
        Payment payment,
        long number,
        PaymentState state,
        Optional<PaymentOutcome> outcome,
        Optional<Alert> alert,
        Instant at) {}
