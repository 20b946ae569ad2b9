package id.dompet.internal.config;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one source says, as it says it: nothing replaced, nothing checked. Immutable; {@code
 * toString} shows keys only.
 */
public final class Layer {
    private static final String VARIABLES = "DOMPET_";

    /** A value as written, and words that say where, such as {@code , in shop.properties}. */
    record Entry(String text, String where) {
        @Override
        public String toString() {
            return "***" + where;
        }
    }

    private final boolean environment;
    private final SortedMap<String, Entry> entries;

    private Layer(boolean environment, SortedMap<String, Entry> entries) {
        this.environment = environment;
        this.entries = Collections.unmodifiableSortedMap(entries);
    }

    /** Settings that the program gives. Every key counts, also a wrong one. */
    public static Layer ofSettings(Map<String, String> settings) {
        SortedMap<String, Entry> entries = new TreeMap<>();
        settings.forEach((key, value) -> entries.put(key, entry(key, value, "")));
        return new Layer(false, entries);
    }

    /** The system properties that begin with {@code dompet.}; the others are not ours. */
    public static Layer ofSystemProperties(Properties properties) {
        SortedMap<String, Entry> entries = new TreeMap<>();
        for (String key : properties.stringPropertyNames()) {
            if (key.startsWith(Keys.PREFIX)) {
                String value = properties.getProperty(key, "");
                entries.put(key, entry(key, value, ", in the system properties"));
            }
        }
        return new Layer(false, entries);
    }

    /** The variables that begin with {@code DOMPET_}; the others are not ours. */
    public static Layer ofEnvironment(Map<String, String> variables) {
        SortedMap<String, Entry> entries = new TreeMap<>();
        variables.forEach(
                (name, value) -> {
                    if (name.startsWith(VARIABLES)) {
                        entries.put(name, entry(name, value, ", in environment variable " + name));
                    }
                });
        return new Layer(true, entries);
    }

    /** The lines of a file. */
    static Layer ofFile(Map<String, Entry> lines) {
        return new Layer(false, new TreeMap<>(lines));
    }

    /** Whether the names are those of environment variables. */
    boolean isEnvironment() {
        return environment;
    }

    /** What is said about a setting, whatever it is called here. */
    Optional<Entry> entry(String key) {
        return Optional.ofNullable(entries.get(environment ? Keys.environmentName(key) : key));
    }

    /** Keys or names of variables, in a stable order. */
    public Set<String> names() {
        return entries.keySet();
    }

    /** Words that say where a name stands. */
    String where(String name) {
        Entry entry = entries.get(name);
        return entry == null ? "" : entry.where();
    }

    private static Entry entry(String key, String value, String where) {
        return new Entry(Objects.requireNonNull(value, () -> "the value of " + key), where);
    }

    @Override
    public String toString() {
        return names().stream().map(Keys::printable).toList().toString();
    }
}
