package id.dompet.http;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A complete HTTP answer, as a value; also what a merchant's server answers to a notification.
 *
 * <p>Immutable and thread-safe. {@code toString} shows the status and the size only.
 *
 * @param status the HTTP status code
 * @param headers names are matched ignoring case; of a repeated header the first value
 * @param body exactly what came, or is sent
 */
public record HttpResponse(int status, Map<String, String> headers, Body body) {

    /** Copies the headers. */
    public HttpResponse {
        Map<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(headers);
        headers = Collections.unmodifiableMap(sorted);
    }

    /** An answer with a text body, encoded in UTF-8. */
    public static HttpResponse of(int status, String contentType, String body) {
        return new HttpResponse(status, Map.of("Content-Type", contentType), Body.utf8(body));
    }

    /** The value of a header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    @Override
    public String toString() {
        return "HTTP " + status + ", " + body;
    }
}
