package id.dompet.internal.credential;

import id.dompet.internal.operation.Calls;
import id.dompet.model.ProviderId;
import id.dompet.spi.Call;
import id.dompet.spi.CredentialStore;
import id.dompet.spi.CredentialStore.Credential;
import id.dompet.spi.Credentials;
import id.dompet.spi.TimeSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/**
 * {@link Credentials} over the merchant's store. What {@link #current} hands out is remembered in
 * memory, so that the hot path is one look-up; everything else goes to the store.
 */
public final class CredentialCache implements Credentials {
    /**
     * Enough for every token in use at one time; the store has the others. One that is dropped in
     * the moment in which its renewal begins costs a second renewal at worst.
     */
    private static final int MOST_REMEMBERED = 10_000;

    private final ProviderId provider;
    private final CredentialStore store;
    private final RenewalSlot.Surroundings surroundings;
    private final RenewalSlots slots = new RenewalSlots(MOST_REMEMBERED);

    /**
     * The credentials of one instance.
     *
     * @param background runs early renewals
     */
    public CredentialCache(
            ProviderId provider,
            CredentialStore store,
            Calls calls,
            Executor background,
            TimeSource time,
            RandomGenerator random) {
        this.provider = provider;
        this.store = new GuardedStore(store);
        this.surroundings =
                new RenewalSlot.Surroundings(this.store, calls, background, time, random);
    }

    @Override
    public Optional<Credential> find(String subject) {
        return store.find(key(subject));
    }

    @Override
    public void put(String subject, Credential credential) {
        store.save(key(subject), credential);
        slots.remove(subject);
    }

    @Override
    public Credential putIfAbsent(String subject, Credential credential) {
        return store.saveIfAbsent(key(subject), credential);
    }

    @Override
    public void forget(String subject) {
        slot(subject).forget();
        slots.remove(subject);
    }

    @Override
    public Credential current(Call call, String subject, Renewal renewal) {
        return slot(subject).current(call, renewal);
    }

    @Override
    public void refused(String subject, Credential credential) {
        slot(subject).refused(credential);
    }

    private RenewalSlot slot(String subject) {
        return slots.get(subject, added -> new RenewalSlot(key(added), surroundings));
    }

    private CredentialStore.Key key(String subject) {
        return new CredentialStore.Key(provider, subject);
    }

    @Override
    public String toString() {
        return "CredentialCache[" + provider + "]";
    }
}
