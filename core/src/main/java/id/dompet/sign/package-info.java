/**
 * Digests, keyed hashes and comparison for provider modules, on the JDK's own providers, which are
 * faster than the others and need no registration.
 */
@NullMarked
package id.dompet.sign;

import org.jspecify.annotations.NullMarked;
