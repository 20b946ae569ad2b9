package id.dompet.sandbox.web;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What every answer tells the browser to forbid. */
final class SecurityHeaders {
    private SecurityHeaders() {}

    static Map<String, String> of(Site site) {
        String forms =
                site.formTargets().stream()
                        .map(SecurityHeaders::origin)
                        .distinct()
                        .collect(Collectors.joining(" "));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
                        + " img-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action"
                        + " 'self'"
                        + (forms.isEmpty() ? "" : " " + forms));
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "same-origin");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Cache-Control", "no-store");
        return headers;
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getAuthority();
    }
}
