/**
 * {@code dompet demo}: plays the journey of a customer who links a wallet, pays and unlinks, with
 * the merchant's and the customer's part in it. {@link id.dompet.sandbox.demo.DemoCommand} starts
 * it.
 */
@NullMarked
package id.dompet.sandbox.demo;

import org.jspecify.annotations.NullMarked;
