package id.dompet.testkit.duitku;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * A customer with a browser, for tests: fills in the pages over HTTP as a person would. The return
 * URL is handed back, not opened. Thread-safe.
 */
public final class DuitkuCustomer {

    /** The PIN of every simulated wallet. */
    public static final String RIGHT_PIN = PinCounter.RIGHT_PIN;

    private final HttpClient browser =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();

    DuitkuCustomer() {}

    /** Enters the right PIN; the URL the browser is sent to. */
    public URI confirm(URI page) {
        return enterPin(page, RIGHT_PIN)
                .orElseThrow(() -> new IllegalStateException("the page did not lead anywhere"));
    }

    /** Presses "decline"; the URL the browser is sent to. */
    public URI decline(URI page) {
        return submit(page, "action=decline")
                .orElseThrow(() -> new IllegalStateException("the page did not lead anywhere"));
    }

    /** Enters a PIN; empty when the page asks again or can no longer be used. */
    public Optional<URI> enterPin(URI page, String pin) {
        return submit(page, "action=confirm&pin=" + URLEncoder.encode(pin, StandardCharsets.UTF_8));
    }

    private Optional<URI> submit(URI page, String form) {
        HttpRequest request =
                HttpRequest.newBuilder(page)
                        .timeout(Duration.ofSeconds(10))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
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
