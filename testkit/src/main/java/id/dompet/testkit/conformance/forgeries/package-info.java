/** Genuine notifications, and every way to alter them that the suite knows. The suite's own. */
@NullMarked
package id.dompet.testkit.conformance.forgeries;

import org.jspecify.annotations.NullMarked;
