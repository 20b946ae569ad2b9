package id.dompet.testkit.simulated;

import id.dompet.model.RefundOutcome;
import id.dompet.testkit.Fault;
import java.util.List;

/**
 * A result code that the provider documents for a refund or a question about one.
 *
 * @param code in the provider's own form
 * @param meanings every outcome that may be made of it; at least one
 * @param fault makes the next answer say so
 */
public record DocumentedRefund(String code, List<RefundOutcome.State> meanings, Fault fault) {
    /** Refuses a code without a meaning. */
    public DocumentedRefund {
        meanings = List.copyOf(meanings);
        if (meanings.isEmpty()) {
            throw new IllegalArgumentException("the code " + code + " means nothing");
        }
    }
}
