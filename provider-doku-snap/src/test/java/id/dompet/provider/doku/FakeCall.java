package id.dompet.provider.doku;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.dompet.http.HttpRequest;
import id.dompet.http.HttpRequest.Effect;
import id.dompet.http.HttpResponse;
import id.dompet.model.PaymentOption;
import id.dompet.spi.Call;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call whose other end is {@link FakeDoku}. Refuses a second request that changes state, unless
 * the one before was answered with 401.
 */
final class FakeCall implements Call {
    final List<HttpRequest> requests = new ArrayList<>();
    private final FakeDoku doku;
    private boolean changed;
    private @Nullable PaymentOption option;

    FakeCall(FakeDoku doku) {
        this.doku = doku;
    }

    FakeCall with(PaymentOption given) {
        option = given;
        return this;
    }

    /** Requests that are not about tokens. */
    List<HttpRequest> operations() {
        return requests.stream().filter(r -> !FakeDoku.isToken(r)).toList();
    }

    List<HttpRequest> tokenRequests() {
        return requests.stream().filter(FakeDoku::isToken).toList();
    }

    HttpRequest onlyOperation() {
        if (operations().size() != 1) {
            throw new IllegalStateException(operations().size() + " operations");
        }
        return operations().get(0);
    }

    JsonNode onlyBody() {
        return json(onlyOperation());
    }

    static JsonNode json(HttpRequest request) {
        try {
            return new ObjectMapper().readTree(request.body().text());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String header(HttpRequest request, String name) {
        return request.headers().getOrDefault(name, "");
    }

    @Override
    public Instant now() {
        return doku.time.now();
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
        if (changed && request.effect() == Effect.CHANGES_STATE) {
            throw new IllegalStateException("a second request that changes state");
        }
        requests.add(request);
        if (request.effect() == Effect.CHANGES_STATE) {
            changed = true;
        }
        HttpResponse response = doku.answer(request);
        if (request.effect() == Effect.CHANGES_STATE && response.status() == 401) {
            changed = false;
        }
        return response;
    }
}
