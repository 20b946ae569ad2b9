package id.dompet.spi;

import id.dompet.model.ProviderId;
import id.dompet.model.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where credentials live: the merchant's tokens, and what customers granted by linking. The latter
 * cannot be fetched again without the customer, so make it durable, and encrypt it: it is
 * permission to take money.
 *
 * <p>Implementations are thread-safe, and shared by every instance of a merchant's fleet. Let
 * exceptions out: a store that fails stops the operation before anything is sent.
 */
public interface CredentialStore {
    /** What is stored under the key. */
    Optional<Credential> find(Key key);

    /** Stores, replacing what was there. */
    void save(Key key, Credential credential);

    /**
     * Atomically stores only if nothing is there.
     *
     * @return what is stored now: the given credential, or the one that was there before
     */
    Credential saveIfAbsent(Key key, Credential credential);

    /** Removes; harmless if nothing is there. */
    void delete(Key key);

    /**
     * Tries to become the only one of the fleet that renews this credential.
     *
     * @param time the lease ends by itself after this long, in case its holder dies
     * @return the lease; empty while another instance holds it. A store of one process only always
     *     gives one
     */
    default Optional<Lease> tryLease(Key key, Duration time) {
        return Optional.of(() -> {});
    }

    /** The right to be the only one who renews, until it is given back or its time is over. */
    @FunctionalInterface
    interface Lease {
        /** Gives it back; harmless when its time is over and another instance holds it. */
        void release();
    }

    /**
     * A store in memory, for tests and demonstrations: every link is lost when the process ends.
     */
    static CredentialStore inMemory() {
        return new InMemoryCredentialStore();
    }

    /**
     * Names one credential.
     *
     * @param provider whose
     * @param subject what for, in the provider module's words, e.g. a binding's id
     */
    record Key(ProviderId provider, String subject) {}

    /**
     * One credential.
     *
     * @param value the token or code
     * @param refresh what renews it, if anything does
     * @param expiresAt when it ends, if that is known
     * @param owner the customer it belongs to ({@code Customer.reference()}); empty for the
     *     merchant's own
     */
    record Credential(
            Secret value,
            Optional<Secret> refresh,
            Optional<Instant> expiresAt,
            Optional<String> owner) {

        /** A credential of a customer's that does not end by itself. */
        public static Credential of(Secret value, String owner) {
            return new Credential(value, Optional.empty(), Optional.empty(), Optional.of(owner));
        }

        /** A token of the merchant's. */
        public static Credential token(Secret value, Instant expiresAt) {
            return new Credential(
                    value, Optional.empty(), Optional.of(expiresAt), Optional.empty());
        }
    }
}
