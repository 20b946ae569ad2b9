package id.dompet.spi;

import id.dompet.spi.CredentialStore.Credential;
import java.util.Optional;

/**
 * The credentials of one provider instance; injected by core, so that no provider module writes its
 * own renewal race. Thread-safe.
 *
 * <p>Subjects are the module's own words, with two exceptions that core knows and removes: {@code
 * binding.id()}, when the binding has ended, and {@code attempt.nonce()} for what was learned when
 * linking started, when the attempt is bound or refused.
 */
public interface Credentials {
    /** What is stored, whether or not its time is over. */
    Optional<Credential> find(String subject);

    /** Stores, replacing what was there. */
    void put(String subject, Credential credential);

    /**
     * Stores only if nothing is there, atomically for the whole fleet.
     *
     * @return what is stored now
     */
    Credential putIfAbsent(String subject, Credential credential);

    /** Removes it. */
    void forget(String subject);

    /**
     * A credential with life left in it. Renewal runs at most once at a time for each subject,
     * however many callers ask; while the old one still has life in it, the others go on with that.
     *
     * @param call the operation that needs it
     * @param renewal fetches a new one; its exceptions reach every caller that waited for it
     */
    Credential current(Call call, String subject, Renewal renewal);

    /**
     * The provider refused this very credential; do not offer it again. Harmless if another one has
     * been fetched meanwhile.
     */
    void refused(String subject, Credential credential);

    /** How a new credential is had. */
    @FunctionalInterface
    interface Renewal {
        /**
         * Fetches a new one.
         *
         * @param call to send with, one of its own; requests for tokens count as {@code
         *     Effect.NONE}, whatever they do to older tokens
         * @param old what is stored, if anything
         */
        Credential renew(Call call, Optional<Credential> old);
    }
}
