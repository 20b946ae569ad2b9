package id.dompet.provider.duitku;

import id.dompet.spi.Call;
import id.dompet.spi.CredentialStore.Credential;
import id.dompet.spi.Credentials;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Credentials in a map. */
final class FakeCredentials implements Credentials {
    final Map<String, Credential> stored = new ConcurrentHashMap<>();

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
        throw new UnsupportedOperationException("Duitku's credentials are never renewed");
    }

    @Override
    public void refused(String subject, Credential credential) {
        throw new UnsupportedOperationException("Duitku's credentials are never renewed");
    }
}
