/**
 * Duitku Account Link: OVO (channel {@code OL}) and ShopeePay (channel {@code SL}), linked and
 * charged through Duitku. The account link calls follow the document "Account Link V1.1"; payments,
 * status and callbacks follow that document and the API pages at docs.duitku.com.
 */
@NullMarked
package id.dompet.provider.duitku;

import org.jspecify.annotations.NullMarked;
