package id.dompet.testkit.doku;

/**
 * What a repeated partner reference is answered when the content is the same; another content is
 * always 404xx18.
 */
public enum DuplicateReference {
    /** 409xx01, or 404xx00 when the first one did not succeed (SNAP standard). */
    REFUSE,
    /** The first answer again, and nothing is done twice. */
    SAME_ANSWER
}
