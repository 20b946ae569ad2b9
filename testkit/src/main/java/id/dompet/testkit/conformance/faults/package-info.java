/** Everything that can go wrong with one answer, operation by operation. The suite's own. */
@NullMarked
package id.dompet.testkit.conformance.faults;

import org.jspecify.annotations.NullMarked;
