package id.dompet.testkit.diagnosis;

/**
 * One thing a client did.
 *
 * @param name stable, for programs and tests: lower-case words joined by hyphens
 * @param what what the client did, as a sentence
 * @param remedy what to do instead, as a sentence
 */
public record Mistake(String name, String what, String remedy) {}
