package id.dompet.internal.config;

import id.dompet.model.ProviderId;
import id.dompet.model.Wallet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads where new bindings and redirect payments go. */
final class RouteReader {
    private static final String DEFAULT = "default";
    private static final String VARIABLE = Keys.environmentName(Keys.ROUTE);

    private final Layers layers;
    private final Lookup lookup;
    private final Known known;
    private final Names names;
    private final Problems problems;

    RouteReader(Layers layers, Lookup lookup, Known known, Names names, Problems problems) {
        this.layers = layers;
        this.lookup = lookup;
        this.known = known;
        this.names = names;
        this.problems = problems;
    }

    CheckedConfig.Routes read() {
        Optional<ProviderId> fallback = fallback();
        Map<Wallet, ProviderId> byWallet = new LinkedHashMap<>();
        for (String code : codes()) {
            String key = Keys.ROUTE + code;
            target(key, lookup.plain(key)).ifPresent(to -> byWallet.put(new Wallet(code), to));
        }
        return new CheckedConfig.Routes(fallback, Map.copyOf(byWallet));
    }

    private Optional<ProviderId> fallback() {
        String key = Keys.ROUTE + DEFAULT;
        Given given = lookup.plain(key);
        List<ProviderId> all = names.valid();
        if (given.state() == Given.State.PRESENT || given.state() == Given.State.BROKEN) {
            return target(key, given);
        }
        if (all.size() > 1) {
            problems.add(
                    key,
                    "is missing: with several providers, one must be chosen for new bindings"
                            + given.where(),
                    "set it to one of "
                            + listed()
                            + "; in the environment "
                            + VARIABLE
                            + "DEFAULT");
        }
        return all.stream().findFirst();
    }

    private Optional<ProviderId> target(String key, Given given) {
        if (given.state() != Given.State.PRESENT) {
            return Optional.empty();
        }
        String name = given.text().strip();
        Optional<ProviderId> target =
                names.valid().stream().filter(id -> id.value().equals(name)).findFirst();
        if (target.isEmpty() && !names.valid().isEmpty()) {
            problems.add(
                    key,
                    Values.shown(name) + " is not listed in dompet.providers" + given.where(),
                    Closest.question(
                            Closest.to(name, known.instances(), 0), "choose one of " + listed()));
        }
        return target;
    }

    private String listed() {
        return String.join(", ", names.valid().stream().map(ProviderId::value).toList());
    }

    /** Wallets that some layer routes; codes of another form are found among the unknown keys. */
    private Set<String> codes() {
        Set<String> codes = new TreeSet<>();
        for (Layer layer : layers.strongestFirst()) {
            String prefix = layer.isEnvironment() ? VARIABLE : Keys.ROUTE;
            for (String name : layer.names()) {
                if (name.startsWith(prefix) && isRoute(layer, name)) {
                    String code = name.substring(prefix.length());
                    if (isWallet(code)) {
                        codes.add(code);
                    }
                }
            }
        }
        return codes;
    }

    private boolean isRoute(Layer layer, String name) {
        return !layer.isEnvironment()
                || (known.keysOf(name).isEmpty()
                        && known.instanceOf(name).isEmpty()
                        && !Platform.madeUp(name.substring(VARIABLE.length())));
    }

    /** A wallet called DEFAULT could not be told from the default in the environment. */
    static boolean isWallet(String code) {
        return code.matches("[A-Z][A-Z0-9_]{0,31}") && !code.equalsIgnoreCase(DEFAULT);
    }
}
