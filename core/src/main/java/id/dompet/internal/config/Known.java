package id.dompet.internal.config;

import id.dompet.spi.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Every key that may be written, once it is known which providers are configured. */
final class Known {
    private static final Setting ANY =
            Setting.text("any", "Where new bindings go, or what kind of provider it is.");

    private final SortedMap<String, Setting> byKey = new TreeMap<>();
    private final SortedMap<String, List<String>> byVariable = new TreeMap<>();
    private final Set<String> instances = new TreeSet<>();
    private final Set<String> opaque = new TreeSet<>();

    Known() {
        CoreSettings.declared().forEach(setting -> add(Keys.PREFIX + setting.key(), setting));
        add(Keys.ROUTE + "default", ANY);
    }

    /** An instance whose settings are known. */
    void instance(String name, List<Setting> settings) {
        instances.add(name);
        add(Keys.PREFIX + name + "." + Catalog.TYPE, ANY);
        settings.forEach(setting -> add(Keys.PREFIX + name + "." + setting.key(), setting));
    }

    /** An instance of which nobody can say what its settings are. */
    void opaqueInstance(String name) {
        instances.add(name);
        opaque.add(name);
    }

    private void add(String key, Setting setting) {
        byKey.put(key, setting);
        byVariable.computeIfAbsent(Keys.environmentName(key), name -> new ArrayList<>()).add(key);
    }

    Set<String> instances() {
        return instances;
    }

    boolean isOpaque(String instance) {
        return opaque.contains(instance);
    }

    Optional<Setting> setting(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** The keys that one variable stands for; more than one if names collide. */
    List<String> keysOf(String variable) {
        return byVariable.getOrDefault(variable, List.of());
    }

    Set<String> keys() {
        return byKey.keySet();
    }

    Set<String> variables() {
        return byVariable.keySet();
    }

    /** The configured instance, if any, to which a variable seems to belong. */
    Optional<String> instanceOf(String variable) {
        return instances.stream()
                .filter(name -> variable.startsWith(variablePrefix(name)))
                .max((a, b) -> Integer.compare(a.length(), b.length()));
    }

    static String variablePrefix(String instance) {
        return Keys.environmentName(Keys.PREFIX + instance + ".");
    }

    /** What belongs to one instance, or to core, by the words after the prefix. */
    List<String> after(String prefix) {
        Map<String, Setting> tail = byKey.tailMap(prefix);
        return tail.keySet().stream()
                .takeWhile(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .toList();
    }
}
