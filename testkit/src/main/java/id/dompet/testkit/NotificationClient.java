package id.dompet.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Posts notifications to merchants the way a provider does: no redirects, no waiting for ever.
 * Thread-safe.
 */
public final class NotificationClient {

    /**
     * What came of one post.
     *
     * @param status the HTTP status, empty when no answer came
     * @param failure why no answer came, empty when one did
     * @param body the answer, read as UTF-8; empty when none came
     */
    public record Result(OptionalInt status, String failure, String body) {

        /** Without the body, which can hold a token. */
        @Override
        public String toString() {
            return "Result[status=%s, failure=%s]".formatted(status, failure);
        }
    }

    private static final HttpResponse.BodyHandler<String> BODY_AS_TEXT =
            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8);

    private final HttpClient http;
    private final Duration timeout;

    /** A client that gives each post {@code timeout} (real time) in all. */
    public NotificationClient(Duration timeout) {
        this.timeout = timeout;
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(timeout)
                        .build();
    }

    /** Posts a body (as UTF-8) and waits for the answer; never throws for what the network does. */
    public Result post(String address, Map<String, String> headers, String body) {
        CompletableFuture<HttpResponse<String>> exchange;
        try {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(new URI(address))
                            .timeout(timeout)
                            .POST(
                                    HttpRequest.BodyPublishers.ofString(
                                            body, StandardCharsets.UTF_8));
            headers.forEach(request::setHeader);
            exchange = http.sendAsync(request.build(), BODY_AS_TEXT);
        } catch (URISyntaxException | IllegalArgumentException e) {
            return failed("not an address to post to");
        }
        try {
            // The request's own time-out ends with the head of the answer; this one covers the
            // body.
            HttpResponse<String> answer = exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return new Result(OptionalInt.of(answer.statusCode()), "", answer.body());
        } catch (TimeoutException e) {
            exchange.cancel(true);
            return failed("no complete answer in time");
        } catch (ExecutionException e) {
            return failed(e.getCause() instanceof IOException io ? describe(io) : "failed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exchange.cancel(true);
            return failed("interrupted");
        }
    }

    private static String describe(IOException e) {
        return e.getClass().getSimpleName();
    }

    private static Result failed(String why) {
        return new Result(OptionalInt.empty(), why, "");
    }
}
