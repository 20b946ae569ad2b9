package id.dompet.testkit.conformance.bench;

import id.dompet.spi.CredentialStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A credential store whose contents the rules can see, and put back. Thread-safe. */
public final class ObservedStore implements CredentialStore {
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

    /** What is stored now. */
    public Map<Key, Credential> contents() {
        return new LinkedHashMap<>(stored);
    }

    /** What is stored now and was not, or was different, before. */
    public Map<Key, Credential> since(Map<Key, Credential> before) {
        Map<Key, Credential> fresh = contents();
        fresh.entrySet().removeIf(entry -> entry.getValue().equals(before.get(entry.getKey())));
        return fresh;
    }

    /** What customers granted, without the merchant's own tokens. */
    public Map<Key, Credential> ofCustomers() {
        Map<Key, Credential> theirs = contents();
        theirs.values().removeIf(credential -> credential.owner().isEmpty());
        return theirs;
    }

    /** Puts these back, as a merchant's backup would. */
    public void restore(Map<Key, Credential> credentials) {
        stored.putAll(credentials);
    }

    @Override
    public String toString() {
        return "ObservedStore[" + stored.size() + "]";
    }
}
