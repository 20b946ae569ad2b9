/**
 * A complete provider module, for {@code docs/adding-a-provider.md}. Umpama is an invented provider
 * ("umpama" is Indonesian for "for example").
 */
@NullMarked
package id.dompet.docs.umpama;

import org.jspecify.annotations.NullMarked;
