/** The whole over HTTP: Dompet beside bare clients that send the same bytes, in the same rounds. */
@NullMarked
package id.dompet.benchmarks.load;

import org.jspecify.annotations.NullMarked;
