package id.dompet.testkit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One HTTP request as it arrived: nothing decoded, nothing re-serialised. Immutable. */
public final class SimulatorRequest {

    private final String method;
    private final String path;
    private final String query;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    /**
     * Copies what it is given.
     *
     * @param method upper case
     * @param target path and query, as sent
     * @param headers names in any case
     * @param body the raw bytes, maybe none
     */
    public SimulatorRequest(
            String method, String target, Map<String, List<String>> headers, byte[] body) {
        int mark = target.indexOf('?');
        this.method = method;
        this.path = mark < 0 ? target : target.substring(0, mark);
        this.query = mark < 0 ? "" : target.substring(mark + 1);
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        this.headers = copy;
        this.body = body.clone();
    }

    /** The method, for example {@code POST}. */
    public String method() {
        return method;
    }

    /** The path, without the query. */
    public String path() {
        return path;
    }

    /** The query without the question mark, still encoded; empty when there is none. */
    public String query() {
        return query;
    }

    /** The first value of a header, its name in any case. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** All headers; look-ups ignore the case of names. */
    public Map<String, List<String>> headers() {
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        return copy;
    }

    /** The raw body. */
    public byte[] body() {
        return body.clone();
    }

    /** The body read as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** A field of a form body, decoded; empty text if it is absent. */
    public String field(String name) {
        return FormText.read(text()).getOrDefault(name, "");
    }

    /** Method and path only: queries, headers and bodies hold secrets. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
