package id.dompet.internal.operation;

import id.dompet.http.HttpFailure;
import id.dompet.http.HttpRequest;
import id.dompet.http.HttpRequest.Effect;
import id.dompet.http.HttpResponse;
import id.dompet.internal.transport.Deadline;
import id.dompet.internal.transport.Transport;
import id.dompet.model.PaymentOption;
import id.dompet.model.ProviderId;
import id.dompet.spi.Call;
import id.dompet.spi.ExchangeListener.Exchange;
import id.dompet.spi.ExchangeListener.Result;
import id.dompet.spi.TimeSource;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A call that sends through the transport, allows one request that changes state, and remembers
 * what may have happened. Meant for one thread; one that comes from another, or too late, cannot
 * send behind the guard's back.
 */
public final class HttpCall implements Call {

    /** What every call of one provider instance shares. */
    public record Shared(
            ProviderId provider, Transport transport, ExchangeLog log, TimeSource time) {}

    private enum Change {
        NONE_SENT,
        MAY_HAVE_HAPPENED,
        /** Answered with 401, which says that it was not carried out. */
        REFUSED
    }

    private static final int UNAUTHORIZED = 401;

    /** One for each kind of token that a provider may have refused. */
    private static final int MOST_REPEATS = 2;

    private final Shared shared;
    private final Operation operation;
    private final Instant now;
    private final String correlationId;
    private final Deadline deadline;
    private final List<? extends PaymentOption> options;
    private final Thread owner = Thread.currentThread();
    private Change change = Change.NONE_SENT;
    private OptionalInt answerToChange = OptionalInt.empty();
    private int repeats;
    private boolean ended;

    HttpCall(
            Shared shared,
            Operation operation,
            String correlationId,
            Deadline deadline,
            List<? extends PaymentOption> options) {
        this.shared = shared;
        this.operation = operation;
        this.now = shared.time().now();
        this.correlationId = correlationId;
        this.deadline = deadline;
        this.options = List.copyOf(options);
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public String correlationId() {
        return correlationId;
    }

    @Override
    public <T extends PaymentOption> Optional<T> option(Class<T> type) {
        for (PaymentOption option : options) {
            if (type.isInstance(option)) {
                return Optional.of(type.cast(option));
            }
        }
        return Optional.empty();
    }

    @Override
    public HttpResponse send(HttpRequest request) {
        boolean changes = request.effect() == Effect.CHANGES_STATE;
        begin(changes);
        long start = shared.time().nanoTime();
        try {
            HttpResponse response = shared.transport().send(request, deadline);
            if (changes) {
                answered(response.status());
            }
            record(request, start, Result.ANSWERED, OptionalInt.of(response.status()));
            return response;
        } catch (HttpFailure.NotSent e) {
            if (changes) {
                notSent();
            }
            record(request, start, Result.NOT_SENT, OptionalInt.empty());
            throw e;
        } catch (HttpFailure.NoAnswer e) {
            record(request, start, Result.NO_ANSWER, OptionalInt.empty());
            throw e;
        }
    }

    private synchronized void begin(boolean changes) {
        if (ended || Thread.currentThread() != owner) {
            throw new IllegalStateException(
                    "a call sends on the thread of its operation, until the operation is over");
        }
        if (!changes) {
            return;
        }
        if (!operation.mayChangeState()) {
            throw new IllegalStateException(
                    "the operation " + operation.label() + " must not change anything");
        }
        if (change == Change.MAY_HAVE_HAPPENED) {
            throw new IllegalStateException(
                    "this call has sent a request that changes state already");
        }
        if (change == Change.REFUSED && ++repeats > MOST_REPEATS) {
            throw new IllegalStateException(
                    "this call was refused with 401 " + repeats + " times; it is not sent again");
        }
        change = Change.MAY_HAVE_HAPPENED;
        answerToChange = OptionalInt.empty();
    }

    private synchronized void answered(int status) {
        answerToChange = OptionalInt.of(status);
        change = status == UNAUTHORIZED ? Change.REFUSED : Change.MAY_HAVE_HAPPENED;
    }

    private synchronized void notSent() {
        change = Change.NONE_SENT;
    }

    /** Nothing can be sent from here on, so that what is known now stays true. */
    synchronized void end() {
        ended = true;
    }

    private void record(HttpRequest request, long start, Result result, OptionalInt status) {
        URI uri = request.uri();
        shared.log()
                .record(
                        new Exchange(
                                shared.provider(),
                                operation.label(),
                                request.method(),
                                uri.getScheme() + "://" + host(uri) + uri.getRawPath(),
                                correlationId,
                                result,
                                status,
                                Duration.ofNanos(shared.time().nanoTime() - start)));
    }

    private static String host(URI uri) {
        return uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    }

    ProviderId provider() {
        return shared.provider();
    }

    /** When the operation must be over. */
    public Deadline deadline() {
        return deadline;
    }

    /** Whether something may have changed at the provider because of this call. */
    synchronized boolean mayHaveChangedState() {
        return change == Change.MAY_HAVE_HAPPENED;
    }

    /** The HTTP status that the request that changes state was answered with, if it was. */
    synchronized OptionalInt answerToChange() {
        return answerToChange;
    }
}
