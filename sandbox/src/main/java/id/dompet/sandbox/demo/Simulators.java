package id.dompet.sandbox.demo;

import id.dompet.model.ProviderId;
import id.dompet.sandbox.simulators.Place;
import id.dompet.sandbox.simulators.Simulated;
import id.dompet.sandbox.simulators.SimulatedDoku;
import id.dompet.sandbox.simulators.SimulatedDuitku;
import id.dompet.testkit.duitku.AcceptedSignatures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The simulated providers of a demo without a configuration: one for each way of signing or
 * speaking that a provider has, and each refuses the other ways.
 */
final class Simulators implements AutoCloseable {
    private static final List<Kind> KINDS =
            List.of(
                    duitku("duitku", "hmac-sha256", AcceptedSignatures.HMAC_ONLY),
                    duitku("duitku-legacy", "legacy", AcceptedSignatures.LEGACY_ONLY),
                    doku("doku", "core-v1"),
                    doku("doku-archive", "ovo-v1.0"));

    private final Map<ProviderId, Simulated> running = new LinkedHashMap<>();
    private final Map<String, String> settings = new LinkedHashMap<>();

    /**
     * An instance of the demo.
     *
     * @param name of the instance
     * @param type of its provider module
     * @param what for people: how it differs from others of its type
     * @param more settings that choose the way of speaking
     * @param start starts its simulator
     */
    private record Kind(
            ProviderId name,
            String type,
            String what,
            Map<String, String> more,
            Supplier<Simulated> start) {}

    private Simulators() {}

    private static Kind duitku(String name, String scheme, AcceptedSignatures accepted) {
        return new Kind(
                new ProviderId(name),
                SimulatedDuitku.TYPE,
                "Duitku Account Link, signature-scheme " + scheme,
                Map.of("signature-scheme", scheme),
                () -> SimulatedDuitku.start(Place.anywhere(), accepted, Map.of()));
    }

    private static Kind doku(String name, String api) {
        return new Kind(
                new ProviderId(name),
                SimulatedDoku.TYPE,
                "DOKU SNAP, api " + api,
                Map.of("api", api),
                () -> SimulatedDoku.start(Place.anywhere(), Map.of(), ""));
    }

    /** Every provider that can be simulated. */
    static List<Instance> all() {
        return KINDS.stream()
                .map(kind -> new Instance(kind.name(), kind.type(), Optional.empty()))
                .toList();
    }

    /** Starts these, on free ports. */
    static Simulators start(List<Instance> chosen) {
        Simulators simulators = new Simulators();
        try {
            simulators.settings.put("dompet.environment", "sandbox");
            simulators.settings.put(
                    "dompet.providers",
                    chosen.stream()
                            .map(instance -> instance.name().value())
                            .collect(Collectors.joining(", ")));
            for (Kind kind : KINDS) {
                if (chosen.stream().anyMatch(instance -> instance.name().equals(kind.name()))) {
                    simulators.start(kind);
                }
            }
            return simulators;
        } catch (RuntimeException e) {
            simulators.close();
            throw e;
        }
    }

    private void start(Kind kind) {
        Simulated simulated = kind.start().get();
        running.put(kind.name(), simulated);
        settings.put("dompet.route.default", kind.name().value());
        String prefix = "dompet." + kind.name() + ".";
        simulated.settings().forEach((key, value) -> settings.put(prefix + key, value));
        kind.more().forEach((key, value) -> settings.put(prefix + key, value));
    }

    /** What a merchant would write to use them, addresses of notifications excepted. */
    Map<String, String> settings() {
        return Map.copyOf(settings);
    }

    /** One line for each, for people who have never seen them. */
    List<String> legend() {
        return KINDS.stream()
                .filter(kind -> running.containsKey(kind.name()))
                .map(kind -> kind.name() + " is " + kind.what())
                .toList();
    }

    /** Tells each where the demo listens. */
    void notifyAt(Ears ears) {
        running.forEach((name, simulated) -> ears.address(name).ifPresent(simulated::notifyAt));
    }

    @Override
    public void close() {
        running.values().forEach(Simulated::close);
    }
}
