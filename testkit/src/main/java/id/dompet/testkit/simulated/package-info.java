/**
 * Simulated providers as the conformance suite drives them: the one face they all have, the books
 * they keep, and what it takes to simulate a new one from its documents.
 */
@NullMarked
package id.dompet.testkit.simulated;

import org.jspecify.annotations.NullMarked;
