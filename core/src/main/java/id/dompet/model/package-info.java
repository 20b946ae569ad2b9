/**
 * The neutral vocabulary: values that merchants and provider modules share. Everything here is
 * immutable, thread-safe, and prints without secrets, credential codes or full phone numbers.
 */
@NullMarked
package id.dompet.model;

import org.jspecify.annotations.NullMarked;
