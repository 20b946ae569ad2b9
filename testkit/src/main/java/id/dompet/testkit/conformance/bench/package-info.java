/**
 * What rules work with: one simulated provider, one merchant with customers and the real facade
 * between them, and the words to say what is expected. The suite's own.
 */
@NullMarked
package id.dompet.testkit.conformance.bench;

import org.jspecify.annotations.NullMarked;
