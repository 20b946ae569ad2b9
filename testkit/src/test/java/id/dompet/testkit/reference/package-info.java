/**
 * The reference protocol Contoh: a provider that exists nowhere, simulated and spoken to with the
 * same means that an outside contributor has. Its module can be broken on purpose, one fault at a
 * time, to see that the conformance suite notices.
 */
@NullMarked
package id.dompet.testkit.reference;

import org.jspecify.annotations.NullMarked;
