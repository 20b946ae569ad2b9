package id.dompet.provider.duitku;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.dompet.http.HttpRequest;
import id.dompet.http.HttpResponse;
import id.dompet.testkit.ports.FakeCall;
import java.time.Instant;
import java.util.function.Function;

/** Calls at the time that the examples in Duitku's documents were signed at. */
final class Calls {
    static final Instant NOW = Instant.ofEpochMilli(1_657_710_956_368L);

    private Calls() {}

    static FakeCall answering(Function<HttpRequest, HttpResponse> answers) {
        return FakeCall.answering(answers).at(NOW);
    }

    static FakeCall answering(int status, String body) {
        return FakeCall.answering(status, body).at(NOW);
    }

    static FakeCall answering(HttpResponse response) {
        return FakeCall.answering(response).at(NOW);
    }

    static FakeCall throwing(RuntimeException failure) {
        return FakeCall.throwing(failure).at(NOW);
    }

    static FakeCall sendingNothing() {
        return FakeCall.sendingNothing().at(NOW);
    }

    static JsonNode onlyBody(FakeCall call) {
        try {
            return new ObjectMapper().readTree(call.onlyRequest().body().text());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
