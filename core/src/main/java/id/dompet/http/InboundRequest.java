package id.dompet.http;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request that reached the merchant's server, exactly as it arrived. Repeated headers are kept
 * apart, because a signature header that comes twice is a reason to refuse.
 *
 * <p>Hand over the raw bytes of the body: a body that a framework has parsed and written again does
 * not verify. Immutable and thread-safe. {@code toString} shows method, path and size only.
 *
 * @param method upper case, e.g. {@code POST}
 * @param target path and query as they stood in the request line, e.g. {@code /notify/duitku}
 * @param headers names are matched ignoring case; every value of every header, in order
 * @param body the raw bytes
 * @param peer the address of the other end of the connection, if known; only the optional check of
 *     source addresses uses it
 */
public record InboundRequest(
        String method,
        String target,
        Map<String, List<String>> headers,
        Body body,
        Optional<InetAddress> peer) {

    /** Copies the headers. */
    public InboundRequest {
        Map<String, List<String>> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach(
                (name, values) ->
                        sorted.computeIfAbsent(name, unused -> new ArrayList<>()).addAll(values));
        sorted.replaceAll((name, values) -> List.copyOf(values));
        headers = Collections.unmodifiableMap(sorted);
    }

    /** Every value of a header, in order; empty if it is absent. */
    public List<String> header(String name) {
        List<String> values = headers.get(name);
        return values == null ? List.of() : values;
    }

    /** The value of a header that came exactly once; empty if it is absent or repeated. */
    public Optional<String> onlyHeader(String name) {
        List<String> values = header(name);
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    /** The target without its query. */
    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** A request whose sender's address is not known. */
    public static InboundRequest of(
            String method, String target, Map<String, List<String>> headers, byte[] body) {
        return new InboundRequest(method, target, headers, Body.of(body), Optional.empty());
    }

    @Override
    public String toString() {
        return method + " " + path() + ", " + body;
    }
}
