package id.dompet.provider.duitku;

import id.dompet.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
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
        return new Answer(response.status(), json.read(response.body()), response.retryAfter(now));
    }

    /** Whether it says that the server failed, or did not get to the request in time. */
    boolean isServerError() {
        return status >= 500 || status == 408 || status == 429;
    }
}
