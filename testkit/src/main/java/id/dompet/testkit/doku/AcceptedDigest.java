package id.dompet.testkit.doku;

/** Which forms of the body a symmetric signature may be made over. */
public enum AcceptedDigest {
    /** Only the bytes that were sent. */
    RAW_BYTES,
    /** Also those without white space between tokens (DOKU, Symmetric Signature). */
    MINIFIED,
    /**
     * Also those with escapes in strings resolved: DOKU's libraries for Java, PHP and Python sign
     * one text and send another, so the real server must take it.
     */
    RESERIALISED
}
