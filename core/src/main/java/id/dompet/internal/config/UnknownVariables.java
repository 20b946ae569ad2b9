package id.dompet.internal.config;

import id.dompet.spi.Setting;
import java.util.List;
import java.util.Optional;

/**
 * Reports environment variables that seem to belong to a configured instance and mean nothing.
 * Others are none of our business: container platforms make such names up.
 */
final class UnknownVariables {
    private static final String FILE = "_FILE";
    private static final String ROUTE = Keys.environmentName(Keys.ROUTE);

    private final Known known;
    private final Problems problems;

    UnknownVariables(Known known, Problems problems) {
        this.known = known;
        this.problems = problems;
    }

    void check(String name, String where) {
        if (!known.keysOf(name).isEmpty()) {
            requireOne(name, name);
            return;
        }
        if (name.endsWith(FILE)) {
            String base = name.substring(0, name.length() - FILE.length());
            Optional<Setting> setting =
                    known.keysOf(base).stream().findFirst().flatMap(known::setting);
            if (setting.isPresent()) {
                requireOne(name, base);
                UnknownKeys.requireSecret(problems, setting.get(), name, "", base);
                return;
            }
        }
        Optional<String> instance = known.instanceOf(name);
        if (instance.isPresent()) {
            ofInstance(name, instance.get());
        } else if (name.startsWith(ROUTE)) {
            route(name, where);
        }
    }

    private void ofInstance(String name, String instance) {
        String rest = name.substring(Known.variablePrefix(instance).length());
        if (known.isOpaque(instance) || Platform.madeUp(rest)) {
            return;
        }
        List<String> alternatives =
                known.after(Keys.PREFIX + instance + ".").stream()
                        .map(key -> Keys.environmentName(Keys.PREFIX + instance + "." + key))
                        .toList();
        problems.add(
                Keys.printable(name),
                "is an environment variable for provider '" + instance + "' that nobody reads",
                Closest.question(
                        Closest.to(name, known.variables(), "DOMPET_".length()),
                        "known: " + String.join(", ", alternatives)));
    }

    private void route(String name, String where) {
        String code = name.substring(ROUTE.length());
        if (!RouteReader.isWallet(code) && !Platform.madeUp(code)) {
            problems.add(
                    Keys.printable(name),
                    "names no wallet; wallet codes are upper-case letters, digits and underscores"
                            + where,
                    "write for example DOMPET_ROUTE_OVO");
        }
    }

    private void requireOne(String name, String base) {
        List<String> keys = known.keysOf(base);
        if (keys.size() > 1) {
            problems.add(
                    name,
                    "could mean each of " + String.join(" and ", keys),
                    "set them in a file or as system properties, or rename an instance that no"
                            + " handle names yet");
        }
    }
}
