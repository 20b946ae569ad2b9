/**
 * Payments that survive crashes, races and lost answers: a durable front over {@link
 * id.dompet.Dompet} with the same verbs, on the merchant's own database.
 */
@NullMarked
package id.dompet.ledger;

import org.jspecify.annotations.NullMarked;
