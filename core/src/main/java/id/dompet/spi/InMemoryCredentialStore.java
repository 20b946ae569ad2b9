package id.dompet.spi;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Nothing survives the process. */
final class InMemoryCredentialStore implements CredentialStore {
    private final Map<Key, Credential> stored = new ConcurrentHashMap<>();

    @Override
    public Optional<Credential> find(Key key) {
        return Optional.ofNullable(stored.get(key));
    }

    @Override
    public void save(Key key, Credential credential) {
        stored.put(key, credential);
    }

    @Override
    public Credential saveIfAbsent(Key key, Credential credential) {
        Credential before = stored.putIfAbsent(key, credential);
        return before == null ? credential : before;
    }

    @Override
    public void delete(Key key) {
        stored.remove(key);
    }

    @Override
    public String toString() {
        return "InMemoryCredentialStore[" + stored.size() + "]";
    }
}
