/**
 * The command line. {@code demo} plays the journey of a customer who links a wallet, pays and
 * unlinks, with the merchant's and the customer's part in it; {@code sandbox} keeps the simulated
 * providers running for other programs. Only {@link id.dompet.sandbox.Main} is for others.
 */
@NullMarked
package id.dompet.sandbox;

import org.jspecify.annotations.NullMarked;
