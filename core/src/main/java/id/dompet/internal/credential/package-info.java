/**
 * Credentials of one provider instance, kept in the merchant's store: renewed early, by one caller,
 * for the whole fleet. Internal: may change in any release.
 */
@NullMarked
package id.dompet.internal.credential;

import org.jspecify.annotations.NullMarked;
