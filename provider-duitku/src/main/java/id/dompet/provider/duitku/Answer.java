package id.dompet.provider.duitku;

import id.dompet.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * An answer of Duitku's.
 *
 * @param status the HTTP status code
 * @param json the body, if it is one readable JSON object
 * @param retryAfter how long to wait, if the answer says so
 */
record Answer(int status, Optional<JsonObject> json, Optional<Duration> retryAfter) {

    static Answer of(HttpResponse response, DuitkuJson json, Instant now) {
        return new Answer(
                response.status(),
                json.read(response.body()),
                response.header("Retry-After").flatMap(text -> wait(text, now)));
    }

    /** Whether it says that the server failed, or did not get to the request in time. */
    boolean isServerError() {
        return status >= 500 || status == 408 || status == 429;
    }

    /** Seconds or a date (RFC 9110, section 10.2.3). */
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
}
