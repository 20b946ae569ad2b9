/**
 * HTTP messages as plain values, outward and inward, and the two ways a request can fail to be
 * answered. Depends on nothing else in this library.
 */
@NullMarked
package id.dompet.http;

import org.jspecify.annotations.NullMarked;
