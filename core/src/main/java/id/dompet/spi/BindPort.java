package id.dompet.spi;

import id.dompet.model.BindAttempt;
import id.dompet.model.BindOutcome;
import java.util.Map;

/** Links wallets. */
public interface BindPort {
    /**
     * Asks the provider to start linking. Core has made the attempt and put its nonce into the
     * return URL; a port sends {@code attempt.returnUrl()} as it is.
     */
    BindOutcome start(Call call, BindAttempt attempt);

    /**
     * Finds out how the attempt ended, from the provider: what the browser brought back is a hint,
     * never proof. Core has checked the nonce and that the attempt's time is not over. While the
     * provider does not know yet, say {@link BindOutcome.Processing}.
     *
     * @param returned the query parameters the customer came back with; empty when a notification
     *     told us
     */
    BindOutcome complete(Call call, BindAttempt attempt, Map<String, String> returned);
}
