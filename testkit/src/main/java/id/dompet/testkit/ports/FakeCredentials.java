package id.dompet.testkit.ports;

import id.dompet.spi.Call;
import id.dompet.spi.CredentialStore.Credential;
import id.dompet.spi.Credentials;
import id.dompet.spi.TimeSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Credentials in a map. A credential is renewed when there is none, when its time is over or not
 * known, and when it was refused; at once, on the call that asks for it. Thread-safe.
 */
public final class FakeCredentials implements Credentials {
    private final ConcurrentMap<String, Credential> stored = new ConcurrentHashMap<>();
    private final Set<Credential> refused = new HashSet<>();
    private final TimeSource time;

    /** Credentials whose end is told by this clock. */
    public FakeCredentials(TimeSource time) {
        this.time = time;
    }

    /** What is stored, by subject: the map itself, for tests to look into and to change. */
    public Map<String, Credential> stored() {
        return stored;
    }

    @Override
    public Optional<Credential> find(String subject) {
        return Optional.ofNullable(stored.get(subject));
    }

    @Override
    public void put(String subject, Credential credential) {
        stored.put(subject, credential);
    }

    @Override
    public Credential putIfAbsent(String subject, Credential credential) {
        Credential before = stored.putIfAbsent(subject, credential);
        return before == null ? credential : before;
    }

    @Override
    public void forget(String subject) {
        stored.remove(subject);
    }

    @Override
    public synchronized Credential current(Call call, String subject, Renewal renewal) {
        Optional<Credential> known = find(subject);
        Optional<Credential> usable = known.filter(this::isUsable);
        if (usable.isPresent()) {
            return usable.get();
        }
        Credential renewed = renewal.renew(call, known);
        stored.put(subject, renewed);
        return renewed;
    }

    private boolean isUsable(Credential credential) {
        return !refused.contains(credential)
                && credential.expiresAt().filter(end -> end.isAfter(time.now())).isPresent();
    }

    @Override
    public synchronized void refused(String subject, Credential credential) {
        refused.add(credential);
    }

    /** Subjects only. */
    @Override
    public String toString() {
        return "FakeCredentials" + stored.keySet();
    }
}
