/**
 * One run of a conformance class: which rules were judged, how, and what that proves. The suite's
 * own.
 */
@NullMarked
package id.dompet.testkit.conformance.run;

import org.jspecify.annotations.NullMarked;
