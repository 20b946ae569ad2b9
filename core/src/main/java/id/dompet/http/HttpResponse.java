package id.dompet.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
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

    /**
     * How long to wait before asking again: the header {@code Retry-After}, as seconds or as a date
     * (RFC 9110, section 10.2.3).
     *
     * @param now the time that a date is compared with
     * @return empty if there is no such header, it cannot be read, or its date has passed
     */
    public Optional<Duration> retryAfter(Instant now) {
        return header("Retry-After").flatMap(text -> wait(text.strip(), now));
    }

    private static Optional<Duration> wait(String text, Instant now) {
        if (text.matches("[0-9]{1,7}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant until =
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return Optional.of(Duration.between(now, until)).filter(wait -> !wait.isNegative());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "HTTP " + status + ", " + body;
    }
}
