/**
 * A simulator of DOKU's SNAP e-wallet and direct debit interface, both generations of paths on one
 * port, written from DOKU's documents and from the SNAP standard: strict about signatures, tokens
 * and fields, lenient where clients of the real provider are known to differ, and with switches for
 * what the documents leave open.
 */
@NullMarked
package id.dompet.testkit.doku;

import org.jspecify.annotations.NullMarked;
