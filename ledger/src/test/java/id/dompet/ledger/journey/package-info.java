/** The ledger over the real facade, real HTTP, a provider's simulator and a real database. */
@NullMarked
package id.dompet.ledger.journey;

import org.jspecify.annotations.NullMarked;
