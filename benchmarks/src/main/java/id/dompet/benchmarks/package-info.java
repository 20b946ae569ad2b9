/** Measures what Dompet costs beside the network, and judges it. */
@NullMarked
package id.dompet.benchmarks;

import org.jspecify.annotations.NullMarked;
