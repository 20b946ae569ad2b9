package id.dompet.internal.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Checks URLs. Messages show no URL, since passwords are often written into them. */
final class Addresses {
    private static final String EXAMPLE = "write for example https://api.example.com/v1";

    private Addresses() {}

    /** Https, or plain http to this machine. */
    static URI endpoint(String text) throws Unfit {
        URI uri = absolute(text, EXAMPLE);
        if (scheme(uri).equals("http") && !isLoopback(uri.getHost())) {
            throw new Unfit(
                    "is plain http to " + uri.getHost(),
                    "use https; plain http is for this machine only: localhost, 127.0.0.1, [::1]");
        }
        return uri;
    }

    /** {@code http://host:port} and nothing else, on whatever host. */
    static URI proxy(String text) throws Unfit {
        URI uri = absolute(text, proxyExample());
        boolean bare = uri.getRawPath().isEmpty() || uri.getRawPath().equals("/");
        if (!scheme(uri).equals("http") || uri.getPort() < 0 || !bare) {
            throw new Unfit("is not of the form http://host:port", proxyExample());
        }
        return uri;
    }

    private static String proxyExample() {
        return "write for example http://proxy.example.com:3128, the user in"
                + " dompet.http-proxy-user";
    }

    private static URI absolute(String text, String example) throws Unfit {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            // Its message would quote the text.
            throw new Unfit("is not a URL", example);
        }
        if (uri.getRawUserInfo() != null || String.valueOf(uri.getRawAuthority()).contains("@")) {
            throw new Unfit("contains a user or a password", "leave out what stands before the @");
        }
        if (!scheme(uri).equals("https") && !scheme(uri).equals("http")) {
            throw new Unfit("is not an absolute https URL", example);
        }
        if (uri.getHost() == null || uri.getPort() > 65_535 || uri.getPort() == 0) {
            throw new Unfit("has no valid host and port", example);
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new Unfit("has a query or a fragment", "leave out what follows the ? or #");
        }
        return uri;
    }

    private static String scheme(URI uri) {
        return String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    }

    private static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost")
                || host.equals("[::1]")
                || host.matches("127(\\.[0-9]{1,3}){3}");
    }
}
