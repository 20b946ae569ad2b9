package id.dompet.provider.doku;

/** What a documented case means, and what may be done after it. */
enum Verdict {
    /** Done, or begun. */
    ACCEPTED(Next.NOTHING),
    /** Under way. */
    IN_PROGRESS(Next.ASK),
    /** The request was wrong. */
    INVALID(Next.NOTHING),
    /** The merchant's keys, id or clock were wrong. */
    CREDENTIALS(Next.NOTHING),
    /** The merchant's token has ended, or another process has fetched a newer one. */
    MERCHANT_TOKEN(Next.NEW_MERCHANT_TOKEN),
    /** The customer's token has ended; if a new one is refused too, so has the link. */
    CUSTOMER_TOKEN(Next.NEW_CUSTOMER_TOKEN),
    /** A definite no. */
    REFUSED(Next.NOTHING),
    /** What was asked about does not exist, or not yet. */
    NOT_FOUND(Next.ASK),
    /** The customer may still finish it. */
    CUSTOMER_ACTION(Next.ASK),
    /** Something with this reference exists already. */
    ASK(Next.ASK),
    /** Too many requests. */
    LATER(Next.ASK),
    /** The other side failed, and may have done it before. */
    OPEN(Next.ASK);

    /** What may follow. Where a question is sent, {@code ASK} means: the same question again. */
    enum Next {
        /** The answer is the answer. */
        NOTHING,
        /** Fetch a merchant's token and send once more. */
        NEW_MERCHANT_TOKEN,
        /** Fetch this customer's token and send once more. */
        NEW_CUSTOMER_TOKEN,
        /** Ask what became of it; never send it again. */
        ASK
    }

    private final Next next;

    Verdict(Next next) {
        this.next = next;
    }

    Next next() {
        return next;
    }
}
