package id.dompet.sandbox.simulators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What clients of the sandbox must know, as a configuration, and may rely on from one start to the
 * next.
 */
public final class SandboxAccount {
    private final Map<String, String> kept;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private String providers = "";

    /** What an earlier one told its clients stays valid. */
    public SandboxAccount(Map<String, String> kept) {
        this.kept = Map.copyOf(kept);
        settings.put("dompet.environment", "sandbox");
        settings.put("dompet.providers", "");
    }

    /** What was said of a provider before, by setting. */
    public Map<String, String> kept(String provider) {
        String prefix = "dompet." + provider + ".";
        Map<String, String> of = new LinkedHashMap<>();
        kept.forEach(
                (key, value) -> {
                    if (key.startsWith(prefix)) {
                        of.put(key.substring(prefix.length()), value);
                    }
                });
        return of;
    }

    /**
     * Adds a provider.
     *
     * @param said what its clients must be told, by setting
     * @param addressKey the setting that says where its client hears notifications
     * @return that address
     */
    public URI add(String provider, Map<String, String> said, String addressKey) {
        providers += providers.isEmpty() ? provider : ", " + provider;
        settings.put("dompet.providers", providers);
        settings.putIfAbsent("dompet.route.default", provider);
        String prefix = "dompet." + provider + ".";
        said.forEach((key, value) -> settings.put(prefix + key, value));
        String before = kept(provider).get(addressKey);
        URI address =
                URI.create(
                        before == null
                                ? "http://127.0.0.1:" + freePort() + "/notify/" + provider
                                : before);
        settings.put(prefix + addressKey, address.toString());
        return address;
    }

    /** As a merchant would write it. */
    public Map<String, String> settings() {
        return settings;
    }

    /** Free now, and likely to be free when a client comes. */
    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "SandboxAccount[" + providers + "]";
    }
}
