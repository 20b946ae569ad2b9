package id.dompet;

import id.dompet.internal.config.CheckedConfig.Routes;
import id.dompet.internal.operation.Calls;
import id.dompet.internal.operation.Questions;
import id.dompet.model.DompetException;
import id.dompet.model.Problem;
import id.dompet.model.ProviderId;
import id.dompet.model.Wallet;
import id.dompet.spi.Capability;
import id.dompet.spi.Credentials;
import id.dompet.spi.ProviderProfile;
import id.dompet.spi.WalletProvider;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The configured providers: which one a handle belongs to, which one a new handle goes to, and
 * whether it declares what is asked of it. Everything here happens before any request.
 */
final class Providers {
    private final Map<ProviderId, Instance> instances;
    private final Routes routes;

    /** One configured provider with what core needs to run it. */
    record Instance(
            ProviderId id,
            String type,
            WalletProvider provider,
            Credentials credentials,
            Calls calls,
            Questions questions) {

        ProviderProfile profile() {
            return provider.profile();
        }
    }

    Providers(Map<ProviderId, Instance> instances, Routes routes) {
        this.instances = Collections.unmodifiableMap(new LinkedHashMap<>(instances));
        this.routes = routes;
    }

    /** The provider that a handle names. */
    Instance of(ProviderId id) {
        Instance instance = instances.get(id);
        if (instance == null) {
            throw new DompetException.Misconfigured(
                    new Problem(
                            "dompet.providers",
                            "provider '%s' is not configured (configured: %s)"
                                    .formatted(id, instances.keySet()),
                            "keep its settings until its last binding is gone and its last payment"
                                    + " is final"));
        }
        return instance;
    }

    /**
     * A port of the provider that a handle names, whatever the profile declares today: a handle
     * that exists must be asked about and ended, also after a change of settings.
     */
    static <T> T existing(Instance instance, Optional<T> port, String what) {
        return port.orElseThrow(
                () -> new DompetException.Unsupported(instance.id(), "cannot " + what));
    }

    /** The provider that a handle names, if it declares this for the wallet. */
    Instance of(ProviderId id, Wallet wallet, Capability capability) {
        Instance instance = of(id);
        if (!instance.profile().can(wallet, capability)) {
            throw new DompetException.Unsupported(
                    id,
                    "does not declare %s for %s%s"
                            .formatted(capability, wallet, others(wallet, capability)));
        }
        return instance;
    }

    /** The provider that new handles for the wallet go to today. */
    Instance route(Wallet wallet, Capability capability) {
        ProviderId id =
                routes.of(wallet)
                        .orElseThrow(
                                () ->
                                        new DompetException.Misconfigured(
                                                new Problem(
                                                        "dompet.route." + wallet,
                                                        "no provider is named for " + wallet,
                                                        "set it, or set dompet.route.default")));
        return of(id, wallet, capability);
    }

    Map<ProviderId, ProviderProfile> profiles() {
        Map<ProviderId, ProviderProfile> profiles = new LinkedHashMap<>();
        instances.forEach((id, instance) -> profiles.put(id, instance.profile()));
        return Collections.unmodifiableMap(profiles);
    }

    private String others(Wallet wallet, Capability capability) {
        String able =
                instances.values().stream()
                        .filter(other -> other.profile().can(wallet, capability))
                        .map(other -> other.id().value())
                        .collect(Collectors.joining(", "));
        return able.isEmpty()
                ? "; no configured provider does"
                : "; " + able + " does (dompet.route." + wallet + " chooses for new handles)";
    }

    /** A port that the profile promises; its presence was checked when the provider was built. */
    static <T> T port(Optional<T> port) {
        return port.orElseThrow(() -> new IllegalStateException("a declared port is missing"));
    }
}
