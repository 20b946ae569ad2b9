package id.dompet.provider.doku;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.dompet.http.HttpRequest;
import id.dompet.testkit.ports.FakeCall;
import java.util.List;

/** What was sent to DOKU in a call. */
final class Sent {
    private Sent() {}

    /** Requests that are not about tokens. */
    static List<HttpRequest> operations(FakeCall call) {
        return call.requests().stream().filter(r -> !FakeDoku.isToken(r)).toList();
    }

    static HttpRequest onlyOperation(FakeCall call) {
        List<HttpRequest> operations = operations(call);
        if (operations.size() != 1) {
            throw new AssertionError(operations.size() + " operations");
        }
        return operations.get(0);
    }

    static JsonNode onlyBody(FakeCall call) {
        return json(onlyOperation(call));
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
}
