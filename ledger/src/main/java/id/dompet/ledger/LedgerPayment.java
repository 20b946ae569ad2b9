package id.dompet.ledger;

import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import java.time.Instant;
import java.util.Optional;

/**
 * A payment as the ledger knows it.
 *
 * @param payment what was to be paid
 * @param state how it stands
 * @param outcome the last outcome that counted: with the customer's page while AWAITING_CUSTOMER,
 *     with the reason when DECLINED; empty while nobody has answered
 * @param version 1 when it was written down, one more with every change
 * @param changedAt when this version was written
 * @param recorded false only from {@code pay} and {@code refresh}, when the outcome is true but the
 *     database could not be reached to write it down; reconciliation will find it out again
 */
public record LedgerPayment(
        Payment payment,
        PaymentState state,
        Optional<PaymentOutcome> outcome,
        long version,
        Instant changedAt,
        boolean recorded) {}
