/**
 * The stored form of payments, outcomes and links: JSON with a version, so that what an older
 * release wrote is read by every later one.
 */
@NullMarked
package id.dompet.ledger.form;

import org.jspecify.annotations.NullMarked;
