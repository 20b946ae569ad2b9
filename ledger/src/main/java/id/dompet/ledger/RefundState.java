package id.dompet.ledger;

/** How a refund stands in the ledger. It only moves forwards; see {@link #rank}. */
public enum RefundState {
    /** Written down and on its way; after a crash nobody knows more than that. */
    SENDING(0),
    /** Nobody can say; it is being asked about. */
    UNKNOWN(1),
    /** The provider has it and is working on it. */
    PROCESSING(2),
    /** Nothing left this machine: it may be sent again, under the same reference. */
    NOT_SENT(3),
    /** The money did not go back and will not, for this reference. */
    DECLINED(4),
    /** The money went back. */
    REFUNDED(5);

    private final int rank;

    RefundState(int rank) {
        this.rank = rank;
    }

    /** The higher of two is the truth, whichever was heard of last. */
    int rank() {
        return rank;
    }

    /** Whether it is still asked about. */
    public boolean isOpen() {
        return rank < NOT_SENT.rank;
    }

    /** Whether the money has gone back or still may: it cannot be given back a second time. */
    public boolean isSpent() {
        return isOpen() || this == REFUNDED;
    }
}
