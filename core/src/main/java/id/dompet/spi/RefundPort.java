package id.dompet.spi;

import id.dompet.model.Refund;
import id.dompet.model.RefundOutcome;

/** Optional: gives money back. */
public interface RefundPort {
    /** Sends the refund once; the rules of {@link PayPort#pay} hold. */
    RefundOutcome refund(Call call, Refund refund);

    /** Asks what became of a refund, and changes nothing. */
    RefundOutcome refundStatus(Call call, Refund refund);
}
