/** From the first line of {@code main} to the first signed answer, and what a client takes. */
@NullMarked
package id.dompet.benchmarks.start;

import org.jspecify.annotations.NullMarked;
