package id.dompet.testkit.ports;

import id.dompet.http.HttpFailure;
import id.dompet.http.HttpRequest;
import id.dompet.http.HttpRequest.Effect;
import id.dompet.http.HttpResponse;
import id.dompet.model.PaymentOption;
import id.dompet.spi.Call;
import id.dompet.spi.TimeSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A call whose other end is a function. Like the real one it refuses a second request that changes
 * state, unless the one before was answered with 401, and more than two such repeats. Not
 * thread-safe: a call belongs to one thread.
 */
public final class FakeCall implements Call {
    private static final Instant SOME_DAY = Instant.parse("2026-11-20T03:00:00Z");
    private static final int UNAUTHORIZED = 401;
    private static final int MOST_REPEATS = 2;

    private final List<HttpRequest> requests = new ArrayList<>();
    private final Function<HttpRequest, HttpResponse> otherEnd;
    private Supplier<Instant> clock = () -> SOME_DAY;
    private @Nullable PaymentOption option;
    private boolean mayHaveChanged;
    private boolean refused;
    private int repeats;

    private FakeCall(Function<HttpRequest, HttpResponse> otherEnd) {
        this.otherEnd = otherEnd;
    }

    /** Answers each request with what the function makes of it; it may throw an HttpFailure. */
    public static FakeCall answering(Function<HttpRequest, HttpResponse> otherEnd) {
        return new FakeCall(otherEnd);
    }

    /** Answers every request with this. */
    public static FakeCall answering(HttpResponse response) {
        return new FakeCall(request -> response);
    }

    /** Answers every request with this JSON. */
    public static FakeCall answering(int status, String json) {
        return answering(HttpResponse.of(status, "application/json", json));
    }

    /** Fails on every request, for example with {@code HttpFailure.NoAnswer}. */
    public static FakeCall throwing(RuntimeException failure) {
        return new FakeCall(
                request -> {
                    throw failure;
                });
    }

    /** For ports that have to refuse before they send: a request fails the test. */
    public static FakeCall sendingNothing() {
        return new FakeCall(
                request -> {
                    throw new AssertionError("nothing may be sent here, but this was: " + request);
                });
    }

    /** The call takes place at this time. */
    public FakeCall at(Instant time) {
        clock = () -> time;
        return this;
    }

    /** The call takes place whenever it is on this clock. */
    public FakeCall at(TimeSource time) {
        clock = time::now;
        return this;
    }

    /** The merchant's option for this payment. */
    public FakeCall with(PaymentOption given) {
        option = given;
        return this;
    }

    /** Every request that was sent, oldest first. */
    public List<HttpRequest> requests() {
        return List.copyOf(requests);
    }

    /**
     * The request that was sent.
     *
     * @throws AssertionError if there was none, or more than one
     */
    public HttpRequest onlyRequest() {
        if (requests.size() != 1) {
            throw new AssertionError("expected one request, but there were " + requests);
        }
        return requests.get(0);
    }

    @Override
    public Instant now() {
        return clock.get();
    }

    @Override
    public String correlationId() {
        return "correlation-1";
    }

    @Override
    public <T extends PaymentOption> Optional<T> option(Class<T> type) {
        return Optional.ofNullable(option).filter(type::isInstance).map(type::cast);
    }

    @Override
    public HttpResponse send(HttpRequest request) {
        boolean changes = request.effect() == Effect.CHANGES_STATE;
        if (changes) {
            begin();
        }
        requests.add(request);
        HttpResponse response;
        try {
            response = otherEnd.apply(request);
        } catch (HttpFailure.NotSent e) {
            mayHaveChanged &= !changes;
            throw e;
        }
        if (changes && response.status() == UNAUTHORIZED) {
            mayHaveChanged = false;
            refused = true;
        }
        return response;
    }

    private void begin() {
        if (mayHaveChanged) {
            throw new IllegalStateException(
                    "this call has sent a request that changes state already");
        }
        if (refused && ++repeats > MOST_REPEATS) {
            throw new IllegalStateException(
                    "this call was refused with 401 " + repeats + " times; it is not sent again");
        }
        mayHaveChanged = true;
        refused = false;
    }
}
