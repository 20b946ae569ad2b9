/** The soak in short, its crash points one by one, and workers that it must not find good. */
@NullMarked
package id.dompet.sandbox.soak;

import org.jspecify.annotations.NullMarked;
