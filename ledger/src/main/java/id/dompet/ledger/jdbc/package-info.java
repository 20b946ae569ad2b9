/**
 * The ledger's stores on H2 and PostgreSQL, over plain JDBC: the database does the coordination.
 */
@NullMarked
package id.dompet.ledger.jdbc;

import org.jspecify.annotations.NullMarked;
