package id.dompet.spi;

import id.dompet.http.HttpFailure;
import id.dompet.http.HttpRequest;
import id.dompet.http.HttpResponse;
import id.dompet.model.PaymentOption;
import java.time.Instant;
import java.util.Optional;

/** One operation in flight. Core makes one for each attempt; a port must not keep it. */
public interface Call {
    /**
     * Read once for each call, so that a timestamp header and the signature over it agree. A repeat
     * after 401 that needs another time or identifier takes them from the injected {@link
     * TimeSource} and {@code RandomGenerator}.
     */
    Instant now();

    /** For the provider's trace header and for the log; unguessable and unique. */
    String correlationId();

    /** The merchant's option for this payment, if it gave one of this type. */
    <T extends PaymentOption> Optional<T> option(Class<T> type);

    /**
     * Sends exactly once, within what is left of the call's time. Every HTTP status is an answer.
     * Sign last: {@code call.send(signer.sign(request, call.now()))}.
     *
     * <p>A call may send one request that changes state. Another one is refused, unless the one
     * before was answered with 401, which says that it was not carried out; and at most two such
     * repeats, one for each kind of token. Fetching a token counts as {@code Effect.NONE}. Scheme,
     * host and path are logged: they carry no secret and no phone number.
     *
     * <p>Belongs to the thread of the operation, and ends with it: once core has the outcome,
     * nothing more can be sent.
     *
     * @throws HttpFailure.NotSent if not one byte left; let it through
     * @throws HttpFailure.NoAnswer if no complete answer came back; let it through
     * @throws IllegalStateException if this call has sent a request that changes state already
     */
    HttpResponse send(HttpRequest request);
}
