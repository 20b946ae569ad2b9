package id.dompet.internal.config;

import id.dompet.spi.Setting;
import id.dompet.spi.WalletProviderPlugin;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The plugins that were found, by their type. */
final class Catalog {
    /** The setting that core itself reads for every instance. */
    static final String TYPE = "type";

    private final SortedMap<String, WalletProviderPlugin> byType = new TreeMap<>();
    private final Map<String, List<Setting>> settingsByType = new HashMap<>();
    private final Problems problems;

    Catalog(Collection<WalletProviderPlugin> available, Problems problems) {
        this.problems = problems;
        SortedMap<String, SortedSet<String>> classes = new TreeMap<>();
        for (WalletProviderPlugin plugin : available) {
            byType.putIfAbsent(plugin.type(), plugin);
            SortedSet<String> ofType =
                    classes.computeIfAbsent(plugin.type(), type -> new TreeSet<>());
            String name = plugin.getClass().getName();
            ofType.add(ofType.contains(name) ? name + " once more" : name);
        }
        classes.forEach(this::requireOne);
    }

    private void requireOne(String type, SortedSet<String> classes) {
        if (classes.size() > 1) {
            problems.add(
                    "",
                    "the provider type '"
                            + type
                            + "' is claimed by "
                            + String.join(" and ", classes),
                    "keep one of these modules on the class path, and give no plugin to the builder"
                            + " that is found there anyway");
        }
    }

    Optional<WalletProviderPlugin> find(String type) {
        return Optional.ofNullable(byType.get(type));
    }

    Set<String> types() {
        return byType.keySet();
    }

    /** What a plugin declares, without what would collide with keys of core. */
    List<Setting> settings(WalletProviderPlugin plugin) {
        return settingsByType.computeIfAbsent(plugin.type(), type -> declared(plugin));
    }

    private List<Setting> declared(WalletProviderPlugin plugin) {
        List<Setting> all = plugin.settings();
        Set<String> taken = new HashSet<>(Set.of(TYPE));
        all.stream()
                .filter(setting -> setting.kind() == Setting.Kind.SECRET)
                .forEach(setting -> taken.add(setting.key() + Keys.FILE));
        return all.stream().filter(setting -> isFree(plugin, setting, taken)).toList();
    }

    private boolean isFree(WalletProviderPlugin plugin, Setting setting, Set<String> taken) {
        if (taken.add(setting.key())) {
            return true;
        }
        problems.add(
                "",
                plugin.getClass().getName()
                        + " declares the setting '"
                        + setting.key()
                        + "', which is taken: twice, or the file of a secret, or core's own",
                "report this to the module's authors");
        return false;
    }
}
