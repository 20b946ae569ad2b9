package id.dompet.model;

/** Why nobody can say what became of a request. */
public enum UnknownCause {
    /** It may have arrived; no complete answer came back. */
    NO_ANSWER,
    /** The provider answered that it failed, without saying what it did before. */
    SERVER_ERROR,
    /** An answer that cannot be read: not the documented format, or cut off. */
    UNREADABLE_ANSWER,
    /** An answer with a code that the provider does not document. */
    UNRECOGNISED_CODE,
    /** An answer about another amount than the payment's. */
    AMOUNT_DIFFERS,
    /** An answer about another payment than the one asked about. */
    REFERENCE_DIFFERS,
    /** The provider module failed after the request had left: a bug, to be reported. */
    PROVIDER_FAULT
}
