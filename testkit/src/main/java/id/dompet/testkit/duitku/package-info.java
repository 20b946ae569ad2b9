/**
 * A stateful simulator of Duitku Account Link (OVO and ShopeePay), written from the provider's
 * documents alone: account link calls, web API, the customer's PIN pages and callbacks. It shares
 * no code with any client, so that a client tested against it is tested against a second reading of
 * the protocol. Where the documents are silent the choice is a setting of {@link
 * id.dompet.testkit.duitku.DuitkuSimulatorBuilder}.
 */
@NullMarked
package id.dompet.testkit.duitku;

import org.jspecify.annotations.NullMarked;
