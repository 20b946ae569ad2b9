package id.dompet.testkit.doku;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a payment stands at DOKU, for assertions.
 *
 * @param partnerReferenceNo the merchant's reference
 * @param referenceNo DOKU's reference
 * @param amount whole rupiah
 * @param channel the channel
 * @param state where it stands
 * @param paidAt when it was charged
 * @param expiresAt when the time to pay is over
 * @param refunds what was given back, oldest first
 */
public record DokuTransaction(
        String partnerReferenceNo,
        String referenceNo,
        long amount,
        DokuChannel channel,
        DokuTransactionState state,
        Optional<Instant> paidAt,
        Instant expiresAt,
        List<DokuRefund> refunds) {

    /** Copies the list, so that the snapshot cannot change. */
    public DokuTransaction {
        refunds = List.copyOf(refunds);
    }
}
