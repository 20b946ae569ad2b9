package id.dompet.spi;

import java.time.Duration;

/**
 * How to ask a provider for the status of a payment. Some block callers who ask too often.
 *
 * @param firstAfter no sense in asking earlier after the payment was sent
 * @param between at least this long between two questions about one payment
 * @param customerWindow how long a customer may take to confirm
 * @param notFoundIsFinalAfter how long after the payment's creation "not found" may still turn into
 *     "paid"
 */
public record StatusPolling(
        Duration firstAfter,
        Duration between,
        Duration customerWindow,
        Duration notFoundIsFinalAfter) {

    /** Refuses a window in which "not found" would be final while the customer may still pay. */
    public StatusPolling {
        if (notFoundIsFinalAfter.compareTo(customerWindow) < 0) {
            throw new IllegalArgumentException(
                    "'not found' must not be final before the customer's window is over");
        }
    }
}
