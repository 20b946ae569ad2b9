package id.dompet.spi;

import id.dompet.model.ProviderId;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * Hears of every HTTP exchange with a provider, for metrics and traces. Called on the thread of the
 * operation, after the exchange; be quick. Exceptions are logged and go no further.
 */
@FunctionalInterface
public interface ExchangeListener {
    /** An exchange has ended, in whatever way. */
    void exchanged(Exchange exchange);

    /**
     * One HTTP exchange, without secrets: no headers, no bodies, no query.
     *
     * @param provider with whom
     * @param operation in lower case, e.g. {@code pay}
     * @param method of the request
     * @param address scheme, host and path; a provider module puts no secret into a path
     * @param correlationId of the call
     * @param result how it ended
     * @param status the HTTP status, if there was an answer
     * @param time from the first step to the last byte
     */
    record Exchange(
            ProviderId provider,
            String operation,
            String method,
            String address,
            String correlationId,
            Result result,
            OptionalInt status,
            Duration time) {}

    /** How an exchange ended. */
    enum Result {
        /** With a complete answer, whatever its status. */
        ANSWERED,
        /** Not one byte left this machine. */
        NOT_SENT,
        /** It may have left, and no complete answer came. */
        NO_ANSWER
    }
}
