/** Simulators of payment providers and the tools tests need around them. */
@NullMarked
package id.dompet.testkit;

import org.jspecify.annotations.NullMarked;
