package id.dompet.provider.duitku;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.dompet.http.HttpRequest;
import id.dompet.http.HttpResponse;
import id.dompet.model.PaymentOption;
import id.dompet.spi.Call;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A call whose other end is a function. Refuses a second request that changes state. */
final class FakeCall implements Call {
    static final Instant NOW = Instant.ofEpochMilli(1_657_710_956_368L);

    final List<HttpRequest> requests = new ArrayList<>();
    private final Function<HttpRequest, HttpResponse> answers;
    private @Nullable PaymentOption option;

    private FakeCall(Function<HttpRequest, HttpResponse> answers) {
        this.answers = answers;
    }

    static FakeCall answering(Function<HttpRequest, HttpResponse> answers) {
        return new FakeCall(answers);
    }

    static FakeCall answering(int status, String body) {
        return answering(HttpResponse.of(status, "application/json", body));
    }

    static FakeCall answering(HttpResponse response) {
        return new FakeCall(request -> response);
    }

    static FakeCall throwing(RuntimeException failure) {
        return new FakeCall(
                request -> {
                    throw failure;
                });
    }

    static FakeCall sendingNothing() {
        return throwing(new Forbidden("nothing may be sent"));
    }

    FakeCall with(PaymentOption given) {
        option = given;
        return this;
    }

    HttpRequest onlyRequest() {
        if (requests.size() != 1) {
            throw new IllegalStateException(requests.size() + " requests");
        }
        return requests.get(0);
    }

    JsonNode onlyBody() {
        try {
            return new ObjectMapper().readTree(onlyRequest().body().text());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Instant now() {
        return NOW;
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
        boolean changed =
                requests.stream().anyMatch(r -> r.effect() == HttpRequest.Effect.CHANGES_STATE);
        if (changed && request.effect() == HttpRequest.Effect.CHANGES_STATE) {
            throw new IllegalStateException("a second request that changes state");
        }
        requests.add(request);
        return answers.apply(request);
    }

    /** Not caught by anything in the module. */
    private static final class Forbidden extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Forbidden(String message) {
            super(message);
        }
    }
}
