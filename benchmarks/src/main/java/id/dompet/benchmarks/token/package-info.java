/** Tokens under contention: many callers, one renewal. */
@NullMarked
package id.dompet.benchmarks.token;

import org.jspecify.annotations.NullMarked;
