/** What the ledger costs on top, and how that grows with what is stored. */
@NullMarked
package id.dompet.benchmarks.ledger;

import org.jspecify.annotations.NullMarked;
