/** A provider without a network, for tests of everything that is the same for every provider. */
@NullMarked
package id.dompet.fake;

import org.jspecify.annotations.NullMarked;
