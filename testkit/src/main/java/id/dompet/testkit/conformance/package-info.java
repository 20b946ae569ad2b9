/**
 * The conformance suite: numbered rules that every provider module has to keep, run through the
 * real facade over real HTTP against a simulated provider. Extend {@link
 * id.dompet.testkit.conformance.ProviderConformance}.
 *
 * <p>This package is all that contributors use. Below it, {@code rules} has the rules themselves,
 * {@code bench} the provider, merchant and customers that they work with, {@code faults}, {@code
 * forgeries} and {@code secrets} what they try, {@code run} and {@code report} what becomes of it.
 */
@NullMarked
package id.dompet.testkit.conformance;

import org.jspecify.annotations.NullMarked;
