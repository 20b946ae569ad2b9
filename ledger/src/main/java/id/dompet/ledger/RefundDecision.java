package id.dompet.ledger;

import id.dompet.model.RefundOutcome;
import java.util.Optional;

/**
 * What an outcome does to a refund in the ledger.
 *
 * @param state how it stands now
 * @param outcome what is remembered as its outcome
 * @param alert what a person has to look at, if anything
 * @param missing whether the provider said, when the refund should have arrived long ago, that it
 *     does not know it
 */
record RefundDecision(
        RefundState state,
        Optional<RefundOutcome> outcome,
        Optional<Alert> alert,
        boolean missing) {}
