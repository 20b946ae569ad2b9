package id.dompet.sandbox.demo;

import id.dompet.http.HttpResponse;
import id.dompet.http.InboundRequest;
import id.dompet.model.ProviderId;
import id.dompet.sandbox.cli.UserError;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where notifications are listened for: at the address an instance is configured with, if that is
 * this machine; at one of the demo's own, if it is configured with none. For one thread.
 */
final class Ears implements AutoCloseable {
    private final ShopServer own;
    private final boolean registers;
    private final Map<Integer, ShopServer> byPort = new LinkedHashMap<>();
    private final Map<ProviderId, Ear> ears = new LinkedHashMap<>();
    private final Map<String, String> overrides = new LinkedHashMap<>();

    /**
     * How notifications for an instance are heard.
     *
     * @param server where they arrive; empty if they cannot be heard
     * @param path at which path
     * @param deafness why they cannot be heard, or empty text
     */
    private record Ear(Optional<ShopServer> server, String path, String deafness) {}

    private Ears(ShopServer own, boolean registers) {
        this.own = own;
        this.registers = registers;
    }

    /**
     * Opens every port that is needed.
     *
     * @param chosen whose notifications are listened to
     * @param all these and those that only have to be valid
     * @param registers whether the demo can register an address at the providers
     */
    static Ears open(ShopServer own, List<Instance> chosen, List<Instance> all, boolean registers) {
        Ears ears = new Ears(own, registers);
        try {
            all.stream()
                    .filter(instance -> instance.callbackUrl().isEmpty())
                    .forEach(ears::offerOwn);
            chosen.forEach(ears::add);
            return ears;
        } catch (RuntimeException e) {
            ears.close();
            throw e;
        }
    }

    /** Settings that the demo adds to the merchant's. */
    Map<String, String> overrides() {
        return Map.copyOf(overrides);
    }

    /** Hands what arrives for an instance to {@code receiver}. */
    void listen(ProviderId name, Function<InboundRequest, HttpResponse> receiver) {
        Ear ear = ear(name);
        ear.server().ifPresent(server -> server.notifications(ear.path(), receiver));
    }

    /** Where notifications for an instance are heard, if they can be. */
    Optional<URI> address(ProviderId name) {
        Ear ear = ear(name);
        return ear.server().map(server -> server.address(ear.path()));
    }

    /** Why notifications for an instance cannot be heard, if they cannot. */
    Optional<String> deafness(ProviderId name) {
        return Optional.of(ear(name).deafness()).filter(reason -> !reason.isEmpty());
    }

    @Override
    public void close() {
        byPort.values().forEach(ShopServer::close);
    }

    private void add(Instance instance) {
        Ear ear = instance.callbackUrl().map(this::configured).orElseGet(() -> atOwn(instance));
        boolean taken =
                ears.values().stream()
                        .anyMatch(other -> other.server().isPresent() && other.equals(ear));
        if (taken) {
            throw UserError.usage(
                    "The callback-url of %s is also that of another provider; give each its own."
                            .formatted(instance.name()));
        }
        ears.put(instance.name(), ear);
    }

    private void offerOwn(Instance instance) {
        instance.callbackKey()
                .ifPresent(key -> overrides.put(key, own.address(ownPath(instance)).toString()));
    }

    private Ear atOwn(Instance instance) {
        return registers || instance.saysWhereInEachRequest()
                ? new Ear(Optional.of(own), ownPath(instance), "")
                : deaf(
                        "an address that is registered at the provider; name it in"
                                + " notification-url");
    }

    private static String ownPath(Instance instance) {
        return "/notify/" + instance.name();
    }

    private Ear configured(String text) {
        URI url;
        try {
            url = URI.create(text);
        } catch (IllegalArgumentException e) {
            return deaf("an address that is none");
        }
        if (!"http".equals(url.getScheme()) || !ShopServer.isLoopback(url)) {
            return deaf(url.getScheme() + "://" + url.getHost());
        }
        int port = url.getPort() < 0 ? 80 : url.getPort();
        ShopServer server =
                byPort.computeIfAbsent(port, unused -> ShopServer.at(url.getHost(), port));
        String path = url.getPath().isEmpty() ? "/" : url.getPath();
        return new Ear(Optional.of(server), path, "");
    }

    private static Ear deaf(String where) {
        return new Ear(Optional.empty(), "", "the demo cannot hear callbacks at " + where);
    }

    private Ear ear(ProviderId name) {
        Ear ear = ears.get(name);
        if (ear == null) {
            throw new IllegalStateException("nobody listens for " + name);
        }
        return ear;
    }
}
