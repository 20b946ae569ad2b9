package id.dompet.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A browser reduced to what tests need: it submits the form of a page over HTTP and hands back
 * where the page leads, without going there. Thread-safe.
 */
public final class PageVisitor {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient browser =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(PATIENCE)
                    .build();

    /** A browser without history. */
    public PageVisitor() {}

    /** Submits a form; where the page sends the browser, empty when it stays. */
    public Optional<URI> submit(URI page, Map<String, String> form) {
        HttpRequest request =
                HttpRequest.newBuilder(page)
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(FormText.write(form)))
                        .build();
        try {
            HttpResponse<Void> answer =
                    browser.send(request, HttpResponse.BodyHandlers.discarding());
            return answer.headers().firstValue("Location").map(URI::create);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
