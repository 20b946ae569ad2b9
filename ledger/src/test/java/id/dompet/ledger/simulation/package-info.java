/**
 * The whole ledger in virtual time: two instances, one store, a provider that charges again when it
 * is asked again, and seeded schedules of faults, crashes and lies.
 */
@NullMarked
package id.dompet.ledger.simulation;

import org.jspecify.annotations.NullMarked;
