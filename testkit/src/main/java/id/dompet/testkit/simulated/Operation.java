package id.dompet.testkit.simulated;

/**
 * What a request to a provider is for, in neutral words. A provider may serve two of them with one
 * kind of request; it then counts as either.
 */
public enum Operation {
    /** Starts a link. */
    BIND(true),
    /** Finds out how a link ended. */
    COMPLETE_BIND(false),
    /** Ends a link. */
    UNBIND(true),
    /** Asks what a wallet holds. */
    BALANCE(false),
    /** Asks how to put money into a wallet. */
    TOP_UP(false),
    /** Charges. */
    PAY(true),
    /** Asks about a charge. */
    STATUS(false),
    /** Gives money back. */
    REFUND(true),
    /** Asks about a refund. */
    REFUND_STATUS(false),
    /** Fetches the merchant's own token. */
    TOKEN(false),
    /** Fetches a customer's token. */
    CUSTOMER_TOKEN(false),
    /** A customer's browser at one of the provider's pages: not the module's doing. */
    PAGE(false),
    /** Anything else. */
    OTHER(false);

    private final boolean changesState;

    Operation(boolean changesState) {
        this.changesState = changesState;
    }

    /** Whether a lost answer to it leaves open what happened. */
    public boolean changesState() {
        return changesState;
    }
}
