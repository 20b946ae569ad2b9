package id.dompet.ledger.store;

import id.dompet.ledger.Alert;
import id.dompet.ledger.PaymentState;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing the merchant's handler has to hear about a payment.
 *
 * @param reference of the payment
 * @param number position among the payment's events, from 1: they are delivered in this order
 * @param state how the payment stood
 * @param outcome in its stored form, encrypted, as text
 * @param alert what a person has to look at, if anything
 * @param at when it was written, by the ledger's clock
 * @param attempts how often delivery has failed
 */
public record EventRow(
        String reference,
        long number,
        PaymentState state,
        Optional<String> outcome,
        Optional<Alert> alert,
        Instant at,
        int attempts) {}
