package id.dompet.testkit.doku;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One delivery of a notification: the token first, then the notification itself.
 *
 * @param at when, by the simulator's clock
 * @param tokenStatus the HTTP status of the merchant's token endpoint, empty when no answer came
 * @param status the HTTP status of the notification endpoint, empty when it was not asked or did
 *     not answer
 * @param responseCode the SNAP code in that answer, empty when there was none
 * @param failure why it went wrong, empty when it did not
 */
public record NotificationAttempt(
        Instant at,
        OptionalInt tokenStatus,
        OptionalInt status,
        Optional<String> responseCode,
        String failure) {

    /** Whether the merchant took it: any 2xx counts (DOKU, Notification). */
    public boolean accepted() {
        return status.orElse(0) / 100 == 2;
    }
}
