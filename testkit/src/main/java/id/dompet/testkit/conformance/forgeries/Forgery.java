package id.dompet.testkit.conformance.forgeries;

import id.dompet.http.Body;
import id.dompet.http.InboundRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A notification that the provider did not send like this.
 *
 * @param request what arrives
 * @param how what was done to a genuine one, in words
 */
public record Forgery(InboundRequest request, String how) {
    /** Headers of HTTP's own; lower case. */
    private static final Set<String> PLUMBING =
            Set.of(
                    "accept",
                    "accept-encoding",
                    "connection",
                    "content-length",
                    "content-type",
                    "host",
                    "http2-settings",
                    "transfer-encoding",
                    "upgrade",
                    "user-agent");

    /** What arrives, as text that keeps every byte. */
    String body() {
        return text(request);
    }

    /** The body of a request as text that keeps every byte. */
    static String text(InboundRequest request) {
        return new String(request.body().bytes(), StandardCharsets.ISO_8859_1);
    }

    /** The same with another body. */
    Forgery body(String body, String what) {
        return body(body.getBytes(StandardCharsets.ISO_8859_1), what);
    }

    /** The same with another body. */
    Forgery body(byte[] body, String what) {
        return with(request.method(), request.target(), request.headers(), Body.of(body), what);
    }

    /** The same with another method. */
    Forgery method(String method, String what) {
        return with(method, request.target(), request.headers(), request.body(), what);
    }

    /** The same for another path. */
    public Forgery target(String target, String what) {
        return with(request.method(), target, request.headers(), request.body(), what);
    }

    /** The same with these values of a header; none removes it. */
    public Forgery header(String name, List<String> values, String what) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(request.headers());
        if (values.isEmpty()) {
            headers.remove(name);
        } else {
            headers.put(name, values);
        }
        return with(request.method(), request.target(), headers, request.body(), what);
    }

    /** The same with the headers of another one. */
    Forgery headers(InboundRequest other, String what) {
        return with(request.method(), request.target(), other.headers(), request.body(), what);
    }

    private Forgery with(
            String method,
            String target,
            Map<String, List<String>> headers,
            Body body,
            String what) {
        List<String> all = new ArrayList<>();
        if (!how.isEmpty()) {
            all.add(how);
        }
        all.add(what);
        return new Forgery(
                new InboundRequest(method, target, headers, body, Optional.empty()),
                String.join(", then ", all));
    }

    /** Nothing done yet. */
    public static Forgery of(InboundRequest genuine) {
        return new Forgery(genuine, "");
    }

    /** Names of the headers that a provider chose to send, in a fixed order. */
    List<String> ownHeaders() {
        return request.headers().keySet().stream()
                .filter(name -> !PLUMBING.contains(name.toLowerCase(Locale.ROOT)))
                .toList();
    }
}
