package id.dompet.testkit;

/** What a simulator found when it checked the signature of a request. */
public enum SignatureVerdict {
    /** The signature is right. */
    VALID,
    /** There is a signature and it is wrong. */
    INVALID,
    /** The operation needs a signature and there is none, or parts it is made of are missing. */
    MISSING,
    /** The operation is not signed. */
    NOT_REQUIRED
}
