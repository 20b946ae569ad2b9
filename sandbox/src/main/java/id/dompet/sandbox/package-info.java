/**
 * The command line. {@code demo} plays the journey of a customer; {@code sandbox} keeps the
 * simulated providers running for other programs. This package puts the commands together; each has
 * a package of its own below. Only {@link id.dompet.sandbox.Main} is for others.
 */
@NullMarked
package id.dompet.sandbox;

import org.jspecify.annotations.NullMarked;
