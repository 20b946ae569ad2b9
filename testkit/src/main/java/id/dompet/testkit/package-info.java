/**
 * What every provider simulator shares: a clock tests can move, the ledger of real charges, faults
 * on demand, the journal of received requests, and the HTTP engine that puts answers (and broken
 * answers) on the wire.
 */
@NullMarked
package id.dompet.testkit;

import org.jspecify.annotations.NullMarked;
