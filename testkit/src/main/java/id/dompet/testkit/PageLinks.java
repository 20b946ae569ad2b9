package id.dompet.testkit;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Addresses of the customer's pages, and which addresses a page may lead back to. */
public final class PageLinks {

    private static final List<String> RUN_CODE = List.of("javascript", "data", "vbscript");

    private PageLinks() {}

    /**
     * What customers reach the simulator by, without a slash at the end: the public address where
     * there is one, else the host that the request named, else {@code fallbackHost}.
     */
    public static String base(
            Optional<URI> publicUrl, SimulatorRequest request, String fallbackHost) {
        return publicUrl
                .map(url -> url.toString().replaceAll("/+$", ""))
                .orElseGet(() -> "http://" + request.header("Host").orElse(fallbackHost));
    }

    /**
     * Whether a browser can be sent there. Apps use schemes of their own, so any scheme is fine
     * that does not run code in the browser.
     */
    public static boolean isAddress(String text) {
        try {
            String scheme = new URI(text).getScheme();
            return scheme != null && !RUN_CODE.contains(scheme.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
