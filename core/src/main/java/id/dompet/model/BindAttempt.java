package id.dompet.model;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What must be remembered until the customer is back, by whichever road. Store it with the
 * customer's session, under {@link #nonce()}; complete it only for the customer of that session.
 *
 * @param reference the merchant's, from the request
 * @param provider where it was started
 * @param wallet which wallet
 * @param customer whose
 * @param nonce the unguessable last path segment of both URLs, for one use
 * @param returnUrl where the browser comes back to, nonce included
 * @param failureUrl the same for failures, if one was given
 * @param startedAt when it was started
 * @param until when it ends: a browser that comes back later links nothing
 */
public record BindAttempt(
        String reference,
        ProviderId provider,
        Wallet wallet,
        Customer customer,
        String nonce,
        URI returnUrl,
        Optional<URI> failureUrl,
        Instant startedAt,
        Instant until) {

    /** Keeps the times to the millisecond, which is what every database keeps. */
    public BindAttempt {
        startedAt = startedAt.truncatedTo(ChronoUnit.MILLIS);
        until = until.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Leaves out the nonce and the URLs that contain it. */
    @Override
    public String toString() {
        return "BindAttempt[%s, %s, %s, %s]".formatted(reference, provider, wallet, customer);
    }
}
