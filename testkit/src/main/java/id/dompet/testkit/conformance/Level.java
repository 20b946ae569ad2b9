package id.dompet.testkit.conformance;

/** How binding a rule is, in the words of RFC 2119. */
public enum Level {
    /** A module that breaks it is not safe, or not a provider module. */
    MUST,
    /** There can be reasons to depart from it; a waiver names them. */
    SHOULD
}
