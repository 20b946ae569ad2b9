package id.dompet.internal.credential;

import id.dompet.internal.transport.SafeCause;
import id.dompet.model.DompetException;
import id.dompet.spi.CredentialStore;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Says that it was the merchant's store that failed, so that nobody looks for the fault in the
 * provider module.
 */
final class GuardedStore implements CredentialStore {
    private final CredentialStore store;

    GuardedStore(CredentialStore store) {
        this.store = store;
    }

    @Override
    public Optional<Credential> find(Key key) {
        return guarded(key, () -> store.find(key));
    }

    @Override
    public void save(Key key, Credential credential) {
        guarded(
                key,
                () -> {
                    store.save(key, credential);
                    return key;
                });
    }

    @Override
    public Credential saveIfAbsent(Key key, Credential credential) {
        return guarded(key, () -> store.saveIfAbsent(key, credential));
    }

    @Override
    public void delete(Key key) {
        guarded(
                key,
                () -> {
                    store.delete(key);
                    return key;
                });
    }

    @Override
    public Optional<Lease> tryLease(Key key, Duration time) {
        return guarded(key, () -> store.tryLease(key, time));
    }

    private static <T> T guarded(Key key, Supplier<T> action) {
        try {
            return action.get();
        } catch (RuntimeException e) {
            throw new DompetException.Unavailable(
                    key.provider(),
                    "the credential store failed: " + e.getClass().getName(),
                    // Databases quote the row they could not write.
                    SafeCause.of(e));
        }
    }
}
