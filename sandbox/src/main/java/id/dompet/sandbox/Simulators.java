package id.dompet.sandbox;

import id.dompet.model.ProviderId;
import id.dompet.testkit.duitku.AcceptedSignatures;
import id.dompet.testkit.duitku.DuitkuSimulator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The simulated providers of a demo without a configuration: one for each way of signing, and each
 * refuses the other way.
 */
final class Simulators implements AutoCloseable {
    private static final List<Simulated> ALL =
            List.of(
                    new Simulated(
                            new ProviderId("duitku"), "hmac-sha256", AcceptedSignatures.HMAC_ONLY),
                    new Simulated(
                            new ProviderId("duitku-legacy"),
                            "legacy",
                            AcceptedSignatures.LEGACY_ONLY));

    private final List<DuitkuSimulator> running = new ArrayList<>();
    private final Map<String, String> settings = new LinkedHashMap<>();

    /** An instance and how its simulator wants requests signed. */
    private record Simulated(ProviderId instance, String scheme, AcceptedSignatures accepted) {}

    private Simulators() {}

    /** Every provider that can be simulated. */
    static List<Instance> all() {
        return ALL.stream()
                .map(each -> new Instance(each.instance(), "duitku", Optional.empty()))
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
            for (Simulated each : ALL) {
                if (chosen.stream().anyMatch(instance -> instance.name().equals(each.instance()))) {
                    simulators.start(each);
                }
            }
            return simulators;
        } catch (RuntimeException e) {
            simulators.close();
            throw e;
        }
    }

    /** What a merchant would write to use them, callback URLs excepted. */
    Map<String, String> settings() {
        return Map.copyOf(settings);
    }

    @Override
    public void close() {
        running.forEach(DuitkuSimulator::close);
    }

    private void start(Simulated simulated) {
        DuitkuSimulator duitku =
                DuitkuSimulator.builder().acceptedSignatures(simulated.accepted()).start();
        running.add(duitku);
        settings.put("dompet.route.default", simulated.instance().value());
        String prefix = "dompet." + simulated.instance() + ".";
        settings.put(prefix + "type", "duitku");
        settings.put(prefix + "merchant-code", duitku.merchantCode());
        settings.put(prefix + "api-key", duitku.apiKey());
        settings.put(prefix + "signature-scheme", simulated.scheme());
        settings.put(prefix + "account-link-base-url", duitku.accountLinkBaseUrl().toString());
        settings.put(prefix + "web-api-base-url", duitku.webApiBaseUrl().toString());
    }
}
