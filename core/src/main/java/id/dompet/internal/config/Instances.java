package id.dompet.internal.config;

import id.dompet.model.Problem;
import id.dompet.model.ProviderId;
import id.dompet.spi.Environment;
import id.dompet.spi.Setting;
import id.dompet.spi.WalletProviderPlugin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the configured providers. */
final class Instances {
    private final Lookup lookup;
    private final SettingsReader settings;
    private final Catalog catalog;
    private final Known known;
    private final Problems problems;

    Instances(
            Lookup lookup,
            SettingsReader settings,
            Catalog catalog,
            Known known,
            Problems problems) {
        this.lookup = lookup;
        this.settings = settings;
        this.catalog = catalog;
        this.known = known;
        this.problems = problems;
    }

    List<CheckedConfig.Instance> read(List<ProviderId> names, Optional<Environment> environment) {
        List<CheckedConfig.Instance> instances = new ArrayList<>();
        if (catalog.types().isEmpty() && !names.isEmpty()) {
            problems.add(
                    "",
                    "no provider module is on the class path",
                    "add one, such as dompet-provider-duitku; if there is one in a fat jar, its"
                            + " build must merge the files META-INF/services/"
                            + WalletProviderPlugin.class.getName());
        }
        for (ProviderId name : names) {
            Optional<WalletProviderPlugin> plugin = plugin(name);
            if (plugin.isEmpty()) {
                known.opaqueInstance(name.value());
                continue;
            }
            instance(name, plugin.get(), environment).ifPresent(instances::add);
        }
        return instances;
    }

    private Optional<WalletProviderPlugin> plugin(ProviderId name) {
        String key = Keys.PREFIX + name + "." + Catalog.TYPE;
        Given given = lookup.plain(key);
        String found = String.join(", ", catalog.types());
        if (given.state() == Given.State.BROKEN || catalog.types().isEmpty()) {
            return Optional.empty();
        }
        if (given.state() != Given.State.PRESENT) {
            Optional<WalletProviderPlugin> namesake = catalog.find(name.value());
            if (namesake.isEmpty()) {
                problems.add(
                        key,
                        "is missing, and no provider type is called '" + name + "'" + given.where(),
                        "set it to one of the types that were found: " + found);
            }
            return namesake;
        }
        String type = given.text().strip();
        Optional<WalletProviderPlugin> plugin = catalog.find(type);
        if (plugin.isEmpty()) {
            String otherwise = "found: " + found + "; is the module of another on the class path?";
            problems.add(
                    key,
                    "no provider type is called " + Values.shown(type) + given.where(),
                    Closest.to(type, catalog.types(), 0)
                            .map(near -> "did you mean '" + near + "'? " + otherwise)
                            .orElse(otherwise));
        }
        return plugin;
    }

    private Optional<CheckedConfig.Instance> instance(
            ProviderId name, WalletProviderPlugin plugin, Optional<Environment> environment) {
        String prefix = Keys.PREFIX + name + ".";
        int before = problems.count();
        List<Setting> declared = catalog.settings(plugin);
        known.instance(name.value(), declared);
        Map<String, Object> values = settings.read(prefix, declared, Values::parse);
        if (problems.count() > before || environment.isEmpty()) {
            return Optional.empty();
        }
        CheckedSettings checked =
                new CheckedSettings(
                        name,
                        environment.get(),
                        declared.stream().map(Setting::key).toList(),
                        values);
        combinations(name, plugin, checked);
        return Optional.of(new CheckedConfig.Instance(name, plugin, checked));
    }

    private void combinations(
            ProviderId name, WalletProviderPlugin plugin, CheckedSettings checked) {
        List<Problem> found;
        try {
            found = plugin.check(checked);
        } catch (RuntimeException e) {
            // Its message is not ours and may quote a value.
            problems.add(
                    Keys.PREFIX + name,
                    plugin.getClass().getName() + ".check failed: " + e.getClass().getName(),
                    "report this to the module's authors");
            return;
        }
        for (Problem problem : found) {
            String key = problem.key().isEmpty() ? "" : "." + problem.key();
            problems.add(
                    Keys.PREFIX + name + key,
                    checked.redact(problem.reason()),
                    checked.redact(problem.suggestion()));
        }
    }
}
