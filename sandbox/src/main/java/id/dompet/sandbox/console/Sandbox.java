package id.dompet.sandbox.console;

import id.dompet.sandbox.web.Refused;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything the console controls.
 *
 * @param providers the simulators
 * @param clock theirs
 */
record Sandbox(List<Provider> providers, SandboxClock clock) {
    Provider provider(String name) {
        return providers.stream()
                .filter(provider -> provider.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                Refused.bad(
                                        "There is no provider \"%s\"; choose from %s."
                                                .formatted(name, names())));
    }

    /** What every provider has, one after the other. */
    <T> List<T> all(Function<Provider, List<T>> list) {
        return providers.stream().flatMap(provider -> list.apply(provider).stream()).toList();
    }

    /** Changes when anything that is shown changes. */
    int fingerprint() {
        return List.of(
                        all(Provider::wallets),
                        all(Provider::links),
                        all(Provider::charges),
                        all(Provider::messages),
                        all(provider -> provider.wire().faults()),
                        all(provider -> provider.wire().exchanges()),
                        clock.offset())
                .hashCode();
    }

    private String names() {
        return providers.stream().map(Provider::name).collect(Collectors.joining(", "));
    }
}
