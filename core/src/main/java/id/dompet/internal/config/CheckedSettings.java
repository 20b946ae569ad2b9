package id.dompet.internal.config;

import id.dompet.model.ProviderId;
import id.dompet.model.Secret;
import id.dompet.spi.Environment;
import id.dompet.spi.ProviderSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The settings of one instance, after all checks. */
final class CheckedSettings implements ProviderSettings {
    private final ProviderId id;
    private final Environment environment;
    private final Set<String> declared;
    private final Map<String, Object> values;

    CheckedSettings(
            ProviderId id,
            Environment environment,
            Collection<String> declared,
            Map<String, Object> values) {
        this.id = id;
        this.environment = environment;
        this.declared = Set.copyOf(declared);
        this.values = Map.copyOf(values);
    }

    @Override
    public ProviderId id() {
        return id;
    }

    @Override
    public Environment environment() {
        return environment;
    }

    @Override
    public boolean has(String key) {
        requireDeclared(key);
        return values.containsKey(key);
    }

    @Override
    public String text(String key) {
        return value(key, String.class);
    }

    @Override
    public Secret secret(String key) {
        return value(key, Secret.class);
    }

    @Override
    public URI uri(String key) {
        return value(key, URI.class);
    }

    @Override
    public Duration duration(String key) {
        return value(key, Duration.class);
    }

    @Override
    public int integer(String key) {
        return value(key, Integer.class);
    }

    @Override
    public List<String> list(String key) {
        List<?> items = value(key, List.class);
        return items.stream().map(String.class::cast).toList();
    }

    /** Hides secrets in a sentence that somebody else wrote. */
    String redact(String sentence) {
        String redacted = sentence;
        for (Object value : values.values()) {
            if (value instanceof Secret secret) {
                redacted = redacted.replace(secret.reveal(), "***");
            }
        }
        return redacted;
    }

    private <T> T value(String key, Class<T> type) {
        requireDeclared(key);
        Object value = values.get(key);
        if (value == null) {
            throw bug(key, "has no value; it is optional, so ask has() first");
        }
        if (!type.isInstance(value)) {
            throw bug(key, "is of another kind than the getter that was asked");
        }
        return type.cast(value);
    }

    private void requireDeclared(String key) {
        if (!declared.contains(key)) {
            throw bug(key, "was not declared by the provider's plugin");
        }
    }

    private IllegalArgumentException bug(String key, String reason) {
        return new IllegalArgumentException(
                "provider '" + id + "': setting '" + key + "' " + reason);
    }

    @Override
    public String toString() {
        return id + values.keySet().stream().sorted().toList().toString();
    }
}
