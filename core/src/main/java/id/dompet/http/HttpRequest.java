package id.dompet.http;

import java.net.URI;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request to a provider, as a value. The body is the very byte sequence that is sent, so a
 * signature over {@link #body()} is a signature over what leaves the machine.
 *
 * <p>Immutable and thread-safe. {@code toString} shows method and address only, without the query.
 *
 * @param method upper case, e.g. {@code POST}
 * @param uri absolute
 * @param headers names are matched ignoring case; one value for each name
 * @param body exactly what is sent
 * @param effect what a lost answer would mean
 */
public record HttpRequest(
        String method, URI uri, Map<String, String> headers, Body body, Effect effect) {

    /** Whether the other side may change something because of this request. */
    public enum Effect {
        /** A question: asking again does no harm. */
        NONE,
        /** May move money, make or end a binding: sent once, and a lost answer is UNKNOWN. */
        CHANGES_STATE
    }

    /** Copies the headers. */
    public HttpRequest {
        Map<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(headers);
        headers = Collections.unmodifiableMap(sorted);
    }

    /** A {@code POST} with exactly these bytes as its body. */
    public static HttpRequest post(URI uri, Effect effect, String contentType, Body body) {
        return new HttpRequest("POST", uri, Map.of("Content-Type", contentType), body, effect);
    }

    /** A copy with one more header, replacing one of the same name; signers end with this. */
    public HttpRequest withHeader(String name, String value) {
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, value);
        return new HttpRequest(method, uri, more, body, effect);
    }

    @Override
    public String toString() {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return method + " " + uri.getScheme() + "://" + uri.getHost() + port + uri.getPath();
    }
}
