package id.dompet.ledger;

import id.dompet.model.Refund;
import id.dompet.model.RefundOutcome;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened to a refund. Delivered at least once: {@code
 * refund.payment().reference()} and {@code number} together name it.
 *
 * @param refund which
 * @param number position among the payment's events, those of the payment itself included; they are
 *     delivered in this order
 * @param state how the refund stood then
 * @param outcome what was known then
 * @param alert what a person has to look at, if that is what happened
 * @param at when it was written down
 */
public record RefundEvent(
        Refund refund,
        long number,
        RefundState state,
        Optional<RefundOutcome> outcome,
        Optional<Alert> alert,
        Instant at) {}
