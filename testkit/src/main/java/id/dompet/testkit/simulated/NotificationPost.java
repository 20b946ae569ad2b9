package id.dompet.testkit.simulated;

import id.dompet.http.Body;
import id.dompet.http.HttpResponse;
import id.dompet.http.InboundRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Sends notifications to the merchant, byte for byte as the dialect wrote them. Thread-safe. */
final class NotificationPost {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI merchant;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(PATIENCE)
                    .build();

    NotificationPost(URI merchant) {
        this.merchant = merchant;
    }

    /** Path of the merchant's address, as the request line will have it. */
    String target() {
        return merchant.getRawPath();
    }

    /** The merchant's answer; status 0 if none came. */
    HttpResponse send(InboundRequest notification) {
        URI address = merchant.resolve(notification.target());
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address)
                        .timeout(PATIENCE)
                        .method(
                                notification.method(),
                                HttpRequest.BodyPublishers.ofByteArray(
                                        notification.body().bytes()));
        notification
                .headers()
                .forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        try {
            java.net.http.HttpResponse<byte[]> reply =
                    http.send(request.build(), BodyHandlers.ofByteArray());
            Map<String, String> headers = new HashMap<>();
            reply.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
            return new HttpResponse(reply.statusCode(), headers, Body.of(reply.body()));
        } catch (IOException e) {
            return new HttpResponse(0, Map.of(), Body.empty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
