/** Benchmarks of what the DOKU SNAP module shows to nobody. */
@NullMarked
package id.dompet.provider.doku;

import org.jspecify.annotations.NullMarked;
