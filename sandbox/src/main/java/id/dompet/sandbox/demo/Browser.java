package id.dompet.sandbox.demo;

import id.dompet.sandbox.cli.NotDone;
import id.dompet.sandbox.cli.Sentences;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * The customer's browser, and the customer in front of it, who fills in every form that asks for a
 * PIN. Never says where it is beyond the host: the addresses of these pages are one-time tickets.
 * For one journey, on one thread.
 */
final class Browser {
    private static final int MOST_PAGES = 10;
    private static final int LONGEST_PAGE = 1 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Predicate<URI> home;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ORIGINAL_SERVER))
                    .connectTimeout(PATIENCE)
                    .build();

    /**
     * A browser without cookies.
     *
     * @param home recognises the merchant's own pages
     */
    Browser(Predicate<URI> home) {
        this.home = home;
    }

    /**
     * What the customer sees.
     *
     * @param url where
     * @param page what to fill in; empty when the browser is back at the merchant
     */
    record Sight(URI url, Optional<Document> page) {}

    /** Opens a page, and follows wherever it redirects to. */
    Sight open(URI url) {
        return follow(get(url));
    }

    /**
     * Fills in page after page until the browser is back at the merchant; where it came back to.
     */
    URI finish(Sight from) {
        Sight sight = from;
        for (int pages = 0; sight.page().isPresent(); pages++) {
            if (pages == MOST_PAGES) {
                throw new NotDone(
                        "the customer filled in %d pages at %s and is still not back at the shop"
                                .formatted(MOST_PAGES, sight.url().getHost()));
            }
            sight = follow(PageForm.of(sight.url(), sight.page().get()).fillIn());
        }
        return sight.url();
    }

    private Sight follow(HttpRequest first) {
        HttpRequest request = first;
        for (int hops = 0; hops <= MOST_PAGES; hops++) {
            HttpResponse<byte[]> answer = send(request);
            URI url = request.uri();
            if (home.test(url)) {
                expect(answer.statusCode() < 400, url, answer);
                return new Sight(url, Optional.empty());
            }
            Optional<String> location = answer.headers().firstValue("Location");
            if (answer.statusCode() / 100 != 3 || location.isEmpty()) {
                expect(answer.statusCode() < 400, url, answer);
                return new Sight(url, Optional.of(document(url, answer)));
            }
            request = get(resolve(url, location.get()));
        }
        throw new NotDone("the customer's page redirects without end");
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new NotDone(
                    "the customer's page at %s cannot be opened"
                            .formatted(request.uri().getAuthority()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotDone("interrupted", e);
        }
    }

    private static void expect(boolean good, URI url, HttpResponse<byte[]> answer) {
        if (!good) {
            throw new NotDone(
                    "the customer's page at %s answers HTTP %d: \"%s\""
                            .formatted(
                                    url.getAuthority(),
                                    answer.statusCode(),
                                    title(document(url, answer))));
        }
    }

    private static Document document(URI url, HttpResponse<byte[]> answer) {
        byte[] body = answer.body();
        String html = new String(body, 0, Math.min(body.length, LONGEST_PAGE), charset(answer));
        return Jsoup.parse(html, url.toString());
    }

    private static Charset charset(HttpResponse<byte[]> answer) {
        return answer.headers()
                        .firstValue("Content-Type")
                        .filter(type -> type.toLowerCase(Locale.ROOT).contains("8859-1"))
                        .isPresent()
                ? StandardCharsets.ISO_8859_1
                : StandardCharsets.UTF_8;
    }

    private static String title(Document page) {
        String title = page.title().isBlank() ? page.text() : page.title();
        return Sentences.oneLine(title.length() > 80 ? title.substring(0, 80) : title);
    }

    private static URI resolve(URI base, String location) {
        try {
            return base.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new NotDone("the customer's page redirects to an address that is none", e);
        }
    }

    private static HttpRequest get(URI url) {
        return request(url).GET().build();
    }

    /** Requests that a browser sends, with the customer's patience. */
    static HttpRequest.Builder request(URI url) {
        String scheme = String.valueOf(url.getScheme());
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new NotDone(
                    "the customer's page leads into an app (%s:), where the demo cannot follow"
                            .formatted(scheme));
        }
        return HttpRequest.newBuilder(url)
                .timeout(PATIENCE)
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .header("Accept-Language", "id,en;q=0.8");
    }
}
