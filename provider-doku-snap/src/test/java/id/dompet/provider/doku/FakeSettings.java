package id.dompet.provider.doku;

import id.dompet.model.ProviderId;
import id.dompet.model.Secret;
import id.dompet.spi.Environment;
import id.dompet.spi.ProviderSettings;
import id.dompet.spi.Setting;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Settings from a map, with the declared defaults. */
final class FakeSettings implements ProviderSettings {
    static final String CLIENT_ID = "BRN-0211-1696919651918";
    static final String CLIENT_SECRET = "SK-zVx7Jb1Rk0test0only0EGmJ";

    private final Environment environment;
    private final Map<String, String> values;

    private FakeSettings(Environment environment, Map<String, String> values) {
        this.environment = environment;
        this.values = values;
    }

    static FakeSettings sandbox() {
        Map<String, String> values = new TreeMap<>();
        for (Setting setting : new DokuSnapPlugin().settings()) {
            setting.fallback().ifPresent(value -> values.put(setting.key(), value));
        }
        values.put("client-id", CLIENT_ID);
        values.put("client-secret", CLIENT_SECRET);
        values.put("private-key", Keys.text("pkcs8"));
        values.put("doku-public-key", Keys.text("doku-public"));
        return new FakeSettings(Environment.SANDBOX, values);
    }

    static FakeSettings archived() {
        return sandbox().with("api", "ovo-v1.0");
    }

    FakeSettings production() {
        return new FakeSettings(Environment.PRODUCTION, values);
    }

    FakeSettings with(String key, String value) {
        Map<String, String> more = new TreeMap<>(values);
        more.put(key, value);
        return new FakeSettings(environment, more);
    }

    @Override
    public ProviderId id() {
        return new ProviderId("doku");
    }

    @Override
    public Environment environment() {
        return environment;
    }

    @Override
    public boolean has(String key) {
        return values.containsKey(key);
    }

    @Override
    public String text(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException(key);
        }
        return value;
    }

    @Override
    public Secret secret(String key) {
        return Secret.of(text(key));
    }

    @Override
    public URI uri(String key) {
        return URI.create(text(key));
    }

    @Override
    public Duration duration(String key) {
        return Duration.parse("PT" + text(key));
    }

    @Override
    public List<String> list(String key) {
        return text(key).isBlank()
                ? List.of()
                : List.of(text(key).split(",", -1)).stream().map(String::strip).toList();
    }
}
