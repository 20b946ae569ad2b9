/**
 * {@code dompet soak}: workers in processes of their own pay, hear of it and reconcile against the
 * simulators while everything around them fails and they themselves are killed; then what the
 * simulators really charged is compared with the database and with what the merchant was told.
 *
 * <p>{@link id.dompet.sandbox.soak.Soak} tells the course of events. The parent's side is here, the
 * workers' side in {@code worker}.
 */
@NullMarked
package id.dompet.sandbox.soak;

import org.jspecify.annotations.NullMarked;
