package id.dompet.sandbox.soak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Calls workers, who may die in the middle of it. Thread-safe. */
final class Caller {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();

    /** The answer; empty if there was none, or if nothing happened. */
    Optional<JsonNode> ask(URI worker, String door, JsonNode request, Duration atMost)
            throws InterruptedException {
        HttpRequest post =
                HttpRequest.newBuilder(worker.resolve(door))
                        .timeout(atMost)
                        .POST(HttpRequest.BodyPublishers.ofString(request.toString()))
                        .build();
        try {
            HttpResponse<String> answer = http.send(post, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == OK
                    ? Optional.of(JSON.readTree(answer.body()))
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            throw new SoakFailure("a worker answers what is not JSON", e);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Hands a request on, byte for byte; empty if there was no answer. */
    Optional<HttpResponse<byte[]>> pass(HttpRequest request) throws InterruptedException {
        try {
            return Optional.of(http.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
