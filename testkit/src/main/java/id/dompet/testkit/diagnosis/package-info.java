/**
 * Why a signature is wrong, in words that help whoever wrote the client, whatever its language. A
 * simulator describes how its signature is made as a few {@linkplain
 * id.dompet.testkit.diagnosis.Knob knobs}, each with the right value and the values that common
 * mistakes give it; {@link id.dompet.testkit.diagnosis.SignatureSearch} turns one or two of them
 * until the received signature comes out.
 */
@NullMarked
package id.dompet.testkit.diagnosis;

import org.jspecify.annotations.NullMarked;
