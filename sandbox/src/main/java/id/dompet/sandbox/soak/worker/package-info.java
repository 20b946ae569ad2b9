/**
 * One worker of the soak: a merchant's backend in a process of its own, with the real facade, the
 * real ledger and real HTTP, made to be killed at any moment.
 */
@NullMarked
package id.dompet.sandbox.soak.worker;

import org.jspecify.annotations.NullMarked;
