package id.dompet.ledger;

import id.dompet.model.Refund;
import id.dompet.model.RefundOutcome;
import java.time.Instant;
import java.util.Optional;

/**
 * A refund as the ledger knows it.
 *
 * @param refund what was to go back, of which payment
 * @param state how it stands
 * @param outcome the last outcome that counted: with the reason when DECLINED; empty while nobody
 *     has answered; {@link RefundOutcome.NotFound} when the provider does not know it for good, and
 *     a person has to look
 * @param version 1 when it was written down, one more with every change
 * @param changedAt when this version was written
 * @param recorded false only from {@code refund}, when the outcome is true but the database could
 *     not be reached to write it down; reconciliation will find it out again
 */
public record LedgerRefund(
        Refund refund,
        RefundState state,
        Optional<RefundOutcome> outcome,
        long version,
        Instant changedAt,
        boolean recorded) {}
