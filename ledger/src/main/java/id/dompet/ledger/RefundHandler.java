package id.dompet.ledger;

/**
 * The merchant's own code, told about every change of a refund. The promises of {@link
 * LedgerHandler} hold, in one order with the events of the refunded payment.
 */
@FunctionalInterface
public interface RefundHandler {
    /** A refund has changed, or needs a person. */
    void handle(RefundEvent event) throws Exception;
}
