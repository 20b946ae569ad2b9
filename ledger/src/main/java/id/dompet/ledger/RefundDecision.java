package id.dompet.ledger;

import id.dompet.model.RefundOutcome;
import java.time.Instant;
import java.util.Optional;

/**
 * What an outcome does to a refund in the ledger.
 *
 * @param state how it stands now
 * @param outcome what is remembered as its outcome
 * @param alert what a person has to look at, if anything
 * @param missingSince when, by the database's clock, the provider first said that it does not know
 *     the refund although it should have arrived
 */
record RefundDecision(
        RefundState state,
        Optional<RefundOutcome> outcome,
        Optional<Alert> alert,
        Optional<Instant> missingSince) {}
