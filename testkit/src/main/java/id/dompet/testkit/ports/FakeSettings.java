package id.dompet.testkit.ports;

import id.dompet.model.ProviderId;
import id.dompet.model.Secret;
import id.dompet.spi.Environment;
import id.dompet.spi.ProviderSettings;
import id.dompet.spi.Setting;
import id.dompet.spi.WalletProviderPlugin;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Settings from a map, with the defaults that the plugin declares. Like the real ones they know
 * declared keys only; unlike those they check no value, so that a test can see what the module
 * itself makes of a bad one. Immutable.
 */
public final class FakeSettings implements ProviderSettings {
    private final ProviderId id;
    private final Environment environment;
    private final Set<String> declared;
    private final Map<String, String> values;

    private FakeSettings(
            ProviderId id,
            Environment environment,
            Set<String> declared,
            Map<String, String> values) {
        this.id = id;
        this.environment = environment;
        this.declared = declared;
        this.values = new TreeMap<>(values);
        this.values.keySet().forEach(this::requireDeclared);
    }

    /**
     * Settings of an instance in the sandbox.
     *
     * @param values keys without the prefix, e.g. {@code api-key}
     * @throws IllegalArgumentException if the plugin does not declare one of them
     */
    public static FakeSettings of(
            String id, WalletProviderPlugin plugin, Map<String, String> values) {
        Map<String, String> all = new TreeMap<>();
        for (Setting setting : plugin.settings()) {
            setting.fallback().ifPresent(value -> all.put(setting.key(), value));
        }
        all.putAll(values);
        return new FakeSettings(
                new ProviderId(id),
                Environment.SANDBOX,
                plugin.settings().stream().map(Setting::key).collect(Collectors.toSet()),
                all);
    }

    /** The same in production. */
    public FakeSettings production() {
        return new FakeSettings(id, Environment.PRODUCTION, declared, values);
    }

    /** The same with one value more, or another one. */
    public FakeSettings with(String key, String value) {
        Map<String, String> more = new TreeMap<>(values);
        more.put(key, value);
        return new FakeSettings(id, environment, declared, more);
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
        requireDeclared(key);
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("setting '" + key + "' has no value");
        }
        return value;
    }

    private void requireDeclared(String key) {
        if (!declared.contains(key)) {
            throw new IllegalArgumentException(
                    "the plugin does not declare a setting '" + key + "'");
        }
    }

    @Override
    public Secret secret(String key) {
        return Secret.of(text(key));
    }

    @Override
    public URI uri(String key) {
        return URI.create(text(key));
    }

    /** Reads {@code 500ms}, {@code 20s}, {@code 15m}, {@code 2h} and {@code 1d}. */
    @Override
    public Duration duration(String key) {
        String text = text(key).strip().toUpperCase(Locale.ROOT);
        if (text.endsWith("MS")) {
            return Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)));
        }
        return Duration.parse(text.endsWith("D") ? "P" + text : "PT" + text);
    }

    @Override
    public List<String> list(String key) {
        return text(key).isBlank()
                ? List.of()
                : List.of(text(key).split(",", -1)).stream().map(String::strip).toList();
    }

    /** Keys only. */
    @Override
    public String toString() {
        return "FakeSettings" + values.keySet();
    }
}
