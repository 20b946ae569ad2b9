package id.dompet.internal.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.dompet.model.DompetException;
import id.dompet.model.Problem;
import id.dompet.spi.WalletProviderPlugin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** A configuration that is right, to which a test does one thing. */
final class Checking {
    static final String CANARY = "c4n4ry-s3cr3t";

    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Properties properties = new Properties();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private Collection<WalletProviderPlugin> plugins =
            List.of(FakePlugin.duitku(), FakePlugin.doku());

    private Checking() {}

    /** One instance of the fake Duitku. */
    static Checking valid() {
        return empty().set("dompet.environment", "sandbox")
                .set("dompet.providers", "duitku")
                .set("dompet.duitku.merchant-code", "D1234")
                .set("dompet.duitku.api-key", CANARY);
    }

    /** And one of the fake DOKU. */
    static Checking withTwoProviders() {
        return valid().set("dompet.providers", "duitku, doku")
                .set("dompet.route.default", "duitku")
                .set("dompet.doku.type", "doku-snap")
                .set("dompet.doku.client-id", "BRN-1")
                .set("dompet.doku.private-key", "other-secret");
    }

    static Checking empty() {
        return new Checking();
    }

    Checking set(String key, String value) {
        settings.put(key, value);
        return this;
    }

    Checking without(String key) {
        settings.remove(key);
        return this;
    }

    Checking property(String key, String value) {
        properties.setProperty(key, value);
        return this;
    }

    Checking variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Checking plugins(WalletProviderPlugin... found) {
        plugins = List.of(found);
        return this;
    }

    CheckedConfig check() {
        List<Layer> layers = new ArrayList<>();
        layers.add(Layer.ofSettings(settings));
        layers.add(Layer.ofSystemProperties(properties));
        layers.add(Layer.ofEnvironment(environment));
        return ConfigReader.check(new Layers(layers, environment), plugins, List.of());
    }

    /** Each problem as a merchant reads it. */
    List<String> problems() {
        DompetException.Misconfigured thrown =
                catchThrowableOfType(DompetException.Misconfigured.class, this::check);
        return thrown == null
                ? List.of()
                : thrown.problems().stream().map(Problem::toString).toList();
    }
}
