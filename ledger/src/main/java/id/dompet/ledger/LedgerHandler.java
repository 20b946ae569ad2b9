package id.dompet.ledger;

/**
 * The merchant's own code, told about every change of a payment. Each event is delivered at least
 * once, those of one payment in order and one at a time; those of different payments at the same
 * time. Return when it is safely handled; throw, and it comes again later, with the payment's later
 * events waiting behind it.
 */
@FunctionalInterface
public interface LedgerHandler {
    /** A payment has changed, or needs a person. */
    void handle(LedgerEvent event) throws Exception;
}
