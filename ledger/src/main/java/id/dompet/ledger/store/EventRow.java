package id.dompet.ledger.store;

import id.dompet.ledger.Alert;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing the merchant's handler has to hear about a payment or one of its refunds.
 *
 * @param reference of the payment
 * @param number position among the payment's events, from 1: they are delivered in this order
 * @param refund reference of the refund, if it is about one
 * @param state how it stood: a {@link id.dompet.ledger.PaymentState}, or a {@link
 *     id.dompet.ledger.RefundState}, by name
 * @param outcome in its stored form, encrypted, as text
 * @param alert what a person has to look at, if anything
 * @param at when it was written, by the ledger's clock
 * @param attempts how often delivery has failed
 */
public record EventRow(
        String reference,
        long number,
        Optional<String> refund,
        String state,
        Optional<String> outcome,
        Optional<Alert> alert,
        Instant at,
        int attempts) {}
