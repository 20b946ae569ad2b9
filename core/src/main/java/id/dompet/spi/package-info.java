/**
 * What a provider module compiles against: the ports it implements, the services core gives it, and
 * the description of itself that core checks before any request. And what a merchant can plug in:
 * {@link id.dompet.spi.CredentialStore}, {@link id.dompet.spi.TimeSource}, {@link
 * id.dompet.spi.ExchangeListener}.
 */
@NullMarked
package id.dompet.spi;

import org.jspecify.annotations.NullMarked;
