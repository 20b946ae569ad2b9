/**
 * Finds provider modules and wires one private environment for each configured instance, with
 * Guice. Internal: may change in any release.
 */
@NullMarked
package id.dompet.internal.wiring;

import org.jspecify.annotations.NullMarked;
