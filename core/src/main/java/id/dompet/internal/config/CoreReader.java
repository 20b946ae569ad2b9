package id.dompet.internal.config;

import id.dompet.internal.transport.TransportSettings;
import id.dompet.model.Secret;
import id.dompet.spi.Environment;
import id.dompet.spi.Setting;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the settings of core itself. What is wrong is reported; a stand-in takes its place. */
final class CoreReader {
    private static final Duration STAND_IN = Duration.ofSeconds(1);

    private final Problems problems;
    private final Map<String, Object> values;

    CoreReader(SettingsReader settings, Problems problems) {
        this.problems = problems;
        this.values = settings.read(Keys.PREFIX, CoreSettings.declared(), CoreReader::parse);
    }

    /** A proxy may be spoken to in plain http wherever it is; it only sees TLS. */
    private static Object parse(Setting setting, String text) throws Unfit {
        return setting.key().equals("http-proxy")
                ? Addresses.proxy(text.strip())
                : Values.parse(setting, text);
    }

    Optional<Environment> environment() {
        return value("environment", String.class)
                .map(
                        text ->
                                text.equals("production")
                                        ? Environment.PRODUCTION
                                        : Environment.SANDBOX);
    }

    Names names() {
        List<?> listed = value("providers", List.class).orElse(List.of());
        return Names.of(listed.stream().map(String.class::cast).toList(), problems);
    }

    CheckedConfig.Timing timing() {
        return new CheckedConfig.Timing(
                duration("call-timeout"),
                duration("question-timeout"),
                integer("question-repeats", 0, 5),
                duration("bind-window"));
    }

    TransportSettings transport() {
        return new TransportSettings(
                duration("http-connect-timeout"),
                integer("http-max-connections", 1, 10_000),
                integer("http-max-response-bytes", 1024, 16_777_216),
                proxy());
    }

    private Optional<TransportSettings.Proxy> proxy() {
        Optional<URI> address = value("http-proxy", URI.class);
        Optional<String> user = value("http-proxy-user", String.class);
        Optional<Secret> password = value("http-proxy-password", Secret.class);
        if (user.isPresent() && address.isEmpty()) {
            problems.add(
                    "dompet.http-proxy-user",
                    "is set, but there is no valid proxy",
                    "set dompet.http-proxy, or delete the user");
        }
        if (password.isPresent() && user.isEmpty()) {
            problems.add(
                    "dompet.http-proxy-password",
                    "is set, but there is no user to whom it belongs",
                    "set dompet.http-proxy-user, or delete the password");
        }
        return address.map(uri -> new TransportSettings.Proxy(uri, user, password));
    }

    private Duration duration(String key) {
        return value(key, Duration.class).orElse(STAND_IN);
    }

    private int integer(String key, int from, int to) {
        int value = value(key, Integer.class).orElse(from);
        if (value < from || value > to) {
            problems.add(
                    Keys.PREFIX + key,
                    value + " is out of range",
                    "write a number from " + from + " to " + to);
        }
        return value;
    }

    private <T> Optional<T> value(String key, Class<T> type) {
        return Optional.ofNullable(values.get(key)).filter(type::isInstance).map(type::cast);
    }
}
