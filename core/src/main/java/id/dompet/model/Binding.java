package id.dompet.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A linked wallet. Yours to store; safe to log; good for as long as its provider is configured.
 * What the provider needs to use it (auth codes, credential codes, tokens) is in the credential
 * store, under {@code id}.
 *
 * @param id made by this library
 * @param provider where it lives, whatever the configuration prefers today
 * @param wallet which wallet
 * @param customerReference {@link Customer#reference()} of its owner
 * @param boundAt when this library learned that it was linked, to the millisecond
 */
public record Binding(
        String id, ProviderId provider, Wallet wallet, String customerReference, Instant boundAt) {

    /** Refuses an empty id or owner. */
    public Binding {
        Texts.require("binding id", id, 128);
        Texts.require("customer reference", customerReference, 64);
        // What every database keeps, so that a stored binding equals the one that was stored.
        boundAt = boundAt.truncatedTo(ChronoUnit.MILLIS);
    }
}
