/**
 * Everything that can be overheard on a whole journey, and the search for secrets in it. The
 * suite's own.
 */
@NullMarked
package id.dompet.testkit.conformance.secrets;

import org.jspecify.annotations.NullMarked;
