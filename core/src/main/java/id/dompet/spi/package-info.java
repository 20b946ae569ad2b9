/**
 * What a provider module compiles against: the ports it implements, the services core gives it, and
 * the description of itself that core checks before any request.
 */
@NullMarked
package id.dompet.spi;

import org.jspecify.annotations.NullMarked;
