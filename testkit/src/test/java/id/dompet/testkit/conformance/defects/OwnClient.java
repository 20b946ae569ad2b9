package id.dompet.testkit.conformance.defects;

import id.dompet.http.HttpRequest;
import id.dompet.http.HttpResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** The HTTP client that a broken module brings along. */
final class OwnClient {
    private OwnClient() {}

    static HttpResponse send(HttpRequest request) {
        java.net.http.HttpRequest.Builder own =
                java.net.http.HttpRequest.newBuilder(request.uri())
                        .POST(BodyPublishers.ofByteArray(request.body().bytes()));
        request.headers().forEach(own::header);
        try {
            java.net.http.HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(own.build(), BodyHandlers.ofString());
            return HttpResponse.of(answer.statusCode(), "application/json", answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
