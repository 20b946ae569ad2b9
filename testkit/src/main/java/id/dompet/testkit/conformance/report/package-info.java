/** What a run found out, for people and for programs, without secrets. The suite's own. */
@NullMarked
package id.dompet.testkit.conformance.report;

import org.jspecify.annotations.NullMarked;
