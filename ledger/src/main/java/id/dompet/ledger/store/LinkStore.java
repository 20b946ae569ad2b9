package id.dompet.ledger.store;

import id.dompet.model.Binding;
import id.dompet.model.ProviderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Links and the attempts to make them. The promises of {@link PaymentStore} hold: what a method
 * writes it writes at once, and durably.
 */
public interface LinkStore {

    /**
     * An attempt that a customer has not finished yet.
     *
     * @param key digest of its nonce, which is itself a secret
     * @param reference the merchant's
     * @param provider where it was started
     * @param customerReference whose
     * @param content the attempt in its stored form, encrypted, as text
     * @param until when it ends
     */
    record AttemptRow(
            String key,
            String reference,
            ProviderId provider,
            String customerReference,
            String content,
            Instant until) {}

    /** Writes an attempt down. */
    void save(AttemptRow attempt);

    /** The attempt of this key. */
    Optional<AttemptRow> attempt(String key);

    /** The latest attempt of this reference of the merchant's. */
    Optional<AttemptRow> attemptOf(String reference);

    /** Writes a link down, once; forgets the attempt that led to it. */
    void bound(Binding binding, String attemptKey);

    /** Forgets an attempt that led nowhere. */
    void forget(String attemptKey);

    /** A customer's links that have not been ended, oldest first. */
    List<Binding> bindingsOf(String customerReference);

    /** The link of this id, unless it was ended. */
    Optional<Binding> binding(String id);

    /** Whether a link of this id was ever written down, ended or not. */
    boolean knows(String bindingId);

    /** Whether a link of this id was written down and has ended. */
    boolean hasEnded(String bindingId);

    /** Remembers that a link was ended; harmless if it was already. */
    void ended(String bindingId, Instant at);

    /** Providers that links, attempts, open payments or open refunds still belong to. */
    Set<ProviderId> providersInUse();

    /** Removes attempts that are over; how many. */
    int purgeAttempts(Instant endedBefore);
}
