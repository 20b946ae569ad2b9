/**
 * The look of every simulated wallet: one page layout, in Indonesian and English, without scripts
 * or anything from elsewhere. Simulators say what a page asks; how it looks is decided here.
 */
@NullMarked
package id.dompet.testkit.page;

import org.jspecify.annotations.NullMarked;
