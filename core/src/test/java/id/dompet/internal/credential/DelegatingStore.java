package id.dompet.internal.credential;

import id.dompet.spi.CredentialStore;
import java.time.Duration;
import java.util.Optional;

/** Hands everything on, so that a test can change one thing. */
class DelegatingStore implements CredentialStore {
    private final CredentialStore store;

    DelegatingStore(CredentialStore store) {
        this.store = store;
    }

    @Override
    public Optional<Credential> find(Key key) {
        return store.find(key);
    }

    @Override
    public void save(Key key, Credential credential) {
        store.save(key, credential);
    }

    @Override
    public Credential saveIfAbsent(Key key, Credential credential) {
        return store.saveIfAbsent(key, credential);
    }

    @Override
    public void delete(Key key) {
        store.delete(key);
    }

    @Override
    public Optional<Lease> tryLease(Key key, Duration time) {
        return store.tryLease(key, time);
    }
}
