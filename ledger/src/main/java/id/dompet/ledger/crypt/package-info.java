/** Encryption of what the ledger stores, with keys that can be changed while it runs. */
@NullMarked
package id.dompet.ledger.crypt;

import org.jspecify.annotations.NullMarked;
