/**
 * What the ledger writes down, and the few atomic steps in which it does: implemented once for
 * databases and once in memory for simulation, and tested with the same suite.
 */
@NullMarked
package id.dompet.ledger.store;

import org.jspecify.annotations.NullMarked;
