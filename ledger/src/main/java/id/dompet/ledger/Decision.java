package id.dompet.ledger;

import id.dompet.model.PaymentOutcome;
import java.util.Optional;

/**
 * What an outcome does to a payment in the ledger.
 *
 * @param state how it stands now
 * @param outcome what is remembered as its outcome
 * @param alert what a person has to look at, if anything
 * @param missing whether the provider said for good that it does not know the payment, and is to be
 *     asked once more before that is believed
 */
record Decision(
        PaymentState state,
        Optional<PaymentOutcome> outcome,
        Optional<Alert> alert,
        boolean missing) {}
