package id.dompet.testkit.simulated;

import id.dompet.testkit.Fault;

/**
 * How an answer is made to say something documented.
 *
 * @param answer what it says, and what that means
 * @param fault makes the next answer say so
 */
public record DocumentedFault(DocumentedAnswer answer, Fault fault) {}
