/**
 * One operation in flight: its call, the guard that turns whatever a port did into an outcome or
 * "nothing happened", and the repeating of questions. Internal: may change in any release.
 */
@NullMarked
package id.dompet.internal.operation;

import org.jspecify.annotations.NullMarked;
