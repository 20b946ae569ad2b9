package id.dompet.spi;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Decides where a customer may be sent. */
public final class Pages {
    private Pages() {}

    /** An absolute https URL; plain http for loopback only, where no network is in between. */
    public static Optional<URI> safe(String text) {
        try {
            URI page = new URI(text.strip());
            String scheme = String.valueOf(page.getScheme()).toLowerCase(Locale.ROOT);
            String host = page.getHost();
            boolean safe =
                    host != null
                            && page.getRawUserInfo() == null
                            && (scheme.equals("https")
                                    || (scheme.equals("http") && isLoopback(host)));
            return safe ? Optional.of(page) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether a host names this machine, the only place plain HTTP is accepted.
     *
     * @param host a host name or address, as a URL carries it
     * @return true for the loopback names and addresses alone
     */
    public static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost")
                || host.equals("[::1]")
                || host.matches("127(\\.[0-9]{1,3}){3}");
    }
}
