/**
 * The conformance suite: numbered rules that every provider module has to keep, run through the
 * real facade over real HTTP against a simulated provider. Extend {@link
 * id.dompet.testkit.conformance.ProviderConformance}.
 */
@NullMarked
package id.dompet.testkit.conformance;

import org.jspecify.annotations.NullMarked;
