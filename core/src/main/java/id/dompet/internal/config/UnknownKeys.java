package id.dompet.internal.config;

import id.dompet.spi.Setting;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reports keys that nobody reads. Never shows their values: one may be a misspelt secret. */
final class UnknownKeys {
    private final Known known;
    private final Names names;
    private final Problems problems;
    private final Set<String> reserved = Keys.reserved();
    private final SortedMap<String, SortedSet<String>> unlisted = new TreeMap<>();

    UnknownKeys(Known known, Names names, Problems problems) {
        this.known = known;
        this.names = names;
        this.problems = problems;
    }

    void report(Layers layers) {
        for (Layer layer : layers.strongestFirst()) {
            if (layer.isEnvironment()) {
                UnknownVariables variables = new UnknownVariables(known, problems);
                layer.names().forEach(name -> variables.check(name, layer.where(name)));
            } else {
                ForeignKeys foreign = new ForeignKeys(known, problems);
                foreign.report(layer);
                layer.names().stream()
                        .filter(key -> key.startsWith(Keys.PREFIX))
                        .forEach(key -> check(key, layer.where(key)));
            }
        }
        unlisted.forEach(this::reportUnlisted);
    }

    private void check(String key, String where) {
        if (known.setting(key).isPresent()) {
            return;
        }
        if (key.endsWith(Keys.FILE)) {
            String base = key.substring(0, key.length() - Keys.FILE.length());
            Optional<Setting> setting = known.setting(base);
            if (setting.isPresent()) {
                requireSecret(problems, setting.get(), key, where, base);
                return;
            }
        }
        if (key.startsWith(Keys.ROUTE)) {
            route(key, where);
            return;
        }
        String rest = key.substring(Keys.PREFIX.length());
        int dot = rest.indexOf('.');
        String instance = dot < 0 ? "" : rest.substring(0, dot);
        if (known.isOpaque(instance)) {
            return;
        }
        if (instance.isEmpty()
                || known.instances().contains(instance)
                || reserved.contains(instance)) {
            unknown(key, where, instance);
        } else if (!names.mentioned().contains(instance.toLowerCase(Locale.ROOT))) {
            unlisted.computeIfAbsent(instance, name -> new TreeSet<>()).add(key);
        }
    }

    static void requireSecret(
            Problems problems, Setting setting, String name, String where, String instead) {
        if (setting.kind() != Setting.Kind.SECRET) {
            problems.add(
                    name,
                    "only secrets are read from files, and " + instead + " is none" + where,
                    "set " + instead + " itself");
        }
    }

    private void route(String key, String where) {
        String code = key.substring(Keys.ROUTE.length());
        if (RouteReader.isWallet(code)) {
            return;
        }
        String upper = code.toUpperCase(Locale.ROOT);
        problems.add(
                Keys.printable(key),
                "names no wallet; wallet codes are upper-case letters, digits and underscores"
                        + where,
                code.equalsIgnoreCase("default")
                        ? "did you mean 'dompet.route.default'?"
                        : RouteReader.isWallet(upper)
                                ? "did you mean '" + Keys.ROUTE + upper + "'?"
                                : "write for example dompet.route.OVO");
    }

    private void unknown(String key, String where, String instance) {
        problems.add(
                Keys.printable(key),
                "is not a known setting" + where,
                Closest.question(meant(key), "known: " + alternatives(instance)));
    }

    private String alternatives(String instance) {
        if (known.instances().contains(instance)) {
            return String.join(", ", known.after(Keys.PREFIX + instance + "."));
        }
        return String.join(", ", CoreSettings.declared().stream().map(Setting::key).toList());
    }

    /** The nearest key, or else the same setting of another instance. */
    private Optional<String> meant(String key) {
        String last = key.substring(key.lastIndexOf('.'));
        return Closest.to(key, known.keys(), Keys.PREFIX.length())
                .or(() -> known.keys().stream().filter(other -> other.endsWith(last)).findFirst());
    }

    private void reportUnlisted(String instance, SortedSet<String> keys) {
        if (names.mentioned().isEmpty()) {
            // That none is listed has been said already.
            return;
        }
        List<String> shown = keys.stream().limit(10).map(Keys::printable).toList();
        String more = keys.size() > shown.size() ? ", ..." : "";
        problems.add(
                Keys.printable(Keys.PREFIX + instance),
                "is not listed in dompet.providers, but has settings: "
                        + String.join(", ", shown)
                        + more,
                "add it to dompet.providers or delete these settings"
                        + Closest.to(keys.first(), known.keys(), Keys.PREFIX.length())
                                .map(near -> "; or did you mean '" + near + "'?")
                                .orElse(""));
    }
}
