package id.dompet.ledger;

import id.dompet.model.PaymentOutcome;
import java.time.Instant;
import java.util.Optional;

/**
 * What an outcome does to a payment in the ledger.
 *
 * @param state how it stands now
 * @param outcome what is remembered as its outcome
 * @param alert what a person has to look at, if anything
 * @param missingSince when, by the database's clock, the provider first said for good that it does
 *     not know the payment: to be asked once more before that is believed
 */
record Decision(
        PaymentState state,
        Optional<PaymentOutcome> outcome,
        Optional<Alert> alert,
        Optional<Instant> missingSince) {}
