package id.dompet.provider.doku;

import id.dompet.spi.Call;
import id.dompet.spi.CredentialStore.Credential;
import id.dompet.spi.Credentials;
import id.dompet.spi.TimeSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Credentials in a map: renewed when their time is over or when they were refused. */
final class FakeCredentials implements Credentials {
    final Map<String, Credential> stored = new ConcurrentHashMap<>();
    private final Set<String> refused = new HashSet<>();
    private final TimeSource time;

    FakeCredentials(TimeSource time) {
        this.time = time;
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
    public Credential current(Call call, String subject, Renewal renewal) {
        Optional<Credential> known = find(subject);
        Optional<Credential> usable =
                known.filter(c -> !refused.contains(c.value().reveal()))
                        .filter(
                                c ->
                                        c.expiresAt()
                                                .filter(end -> end.isAfter(time.now()))
                                                .isPresent());
        if (usable.isPresent()) {
            return usable.get();
        }
        Credential renewed = renewal.renew(call, known);
        stored.put(subject, renewed);
        return renewed;
    }

    @Override
    public void refused(String subject, Credential credential) {
        refused.add(credential.value().reveal());
    }
}
