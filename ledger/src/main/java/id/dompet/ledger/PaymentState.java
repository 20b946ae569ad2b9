package id.dompet.ledger;

/** How a payment stands in the ledger. It only moves forwards; see {@link #rank}. */
public enum PaymentState {
    /** Written down and on its way; after a crash nobody knows more than that. */
    SENDING(0),
    /** Nobody can say; it is being asked about. */
    UNKNOWN(1),
    /** The provider has it and waits for the customer. */
    AWAITING_CUSTOMER(2),
    /** The provider has it and is working on it. */
    PROCESSING(3),
    /** Nothing left this machine: it may be paid again, under the same reference. */
    NOT_SENT(4),
    /** The money did not move and will not. */
    DECLINED(5),
    /** The money moved. */
    PAID(6),
    /** It was paid, and all of it went back. */
    REVERSED(7);

    private final int rank;

    PaymentState(int rank) {
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
}
