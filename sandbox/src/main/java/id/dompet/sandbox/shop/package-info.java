/**
 * The demo shop: a small merchant, written as a merchant would write it. {@link
 * id.dompet.sandbox.shop.Backend} opens the library, {@code Wallets} and {@code Orders} use it, and
 * {@code OrderBook} is the merchant's own table; the rest is web pages. It links, charges and gives
 * back through whichever provider its configuration names.
 */
@NullMarked
package id.dompet.sandbox.shop;

import org.jspecify.annotations.NullMarked;
