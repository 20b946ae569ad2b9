package id.dompet.testkit.duitku;

import java.time.Instant;
import java.util.OptionalInt;

/**
 * One delivery of a callback.
 *
 * @param at when, by the simulator's clock
 * @param status the merchant's HTTP status, empty when no answer came
 * @param failure why no answer came, empty when one did
 */
public record CallbackAttempt(Instant at, OptionalInt status, String failure) {

    /** Whether the merchant took it: only 200 counts. */
    public boolean accepted() {
        return status.orElse(0) == 200;
    }
}
