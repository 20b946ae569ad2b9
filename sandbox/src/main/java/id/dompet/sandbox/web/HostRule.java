package id.dompet.sandbox.web;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Which {@code Host} headers are answered. A page on the internet can point a name of its own at
 * this machine and then talk to it as if it were its own server (DNS rebinding); it cannot do that
 * with an address. So only addresses, {@code localhost} and the name the server was told to listen
 * at are answered.
 *
 * @param bound where the server was told to listen
 */
record HostRule(String bound) {
    boolean allows(Optional<String> host) {
        return host.map(HostRule::name)
                .filter(
                        name ->
                                name.equals("localhost")
                                        || name.equals(bound.toLowerCase(Locale.ROOT))
                                        || isAddress(name))
                .isPresent();
    }

    /** Whether only programs on this machine reach it. */
    static boolean isLoopback(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.matches("127(\\.[0-9]{1,3}){3}")
                || name.equals("::1")
                || name.equals("[::1]");
    }

    private static boolean isAddress(String name) {
        return name.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}") || name.matches("\\[[0-9a-f:.]+\\]");
    }

    private static String name(String header) {
        try {
            String host = URI.create("http://" + header).getHost();
            return host == null ? "" : host.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
