/**
 * The one door to HTTP: sends once, ends in time, and tells "not sent" from "no answer". Knows
 * nothing of payments. Internal: may change in any release.
 */
@NullMarked
package id.dompet.internal.transport;

import org.jspecify.annotations.NullMarked;
