/** Figures, tables of them, and goals that judge them. */
@NullMarked
package id.dompet.benchmarks.figure;

import org.jspecify.annotations.NullMarked;
