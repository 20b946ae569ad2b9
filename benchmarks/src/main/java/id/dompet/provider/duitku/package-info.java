/** Benchmarks of what the Duitku module shows to nobody. */
@NullMarked
package id.dompet.provider.duitku;

import org.jspecify.annotations.NullMarked;
