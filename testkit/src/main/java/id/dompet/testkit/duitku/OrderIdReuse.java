package id.dompet.testkit.duitku;

/** What a second inquiry with a known order id and the same data is answered. */
public enum OrderIdReuse {
    /** The first transaction again, with its reference. Another amount is refused with 400. */
    SAME_REFERENCE,
    /** 409, whatever the data. */
    CONFLICT
}
