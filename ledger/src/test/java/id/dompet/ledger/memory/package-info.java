/** The ledger's stores in memory: for simulation, where a database would take all the time. */
@NullMarked
package id.dompet.ledger.memory;

import org.jspecify.annotations.NullMarked;
