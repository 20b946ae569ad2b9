package id.dompet.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.dompet.sandbox.cli.NotDone;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The customer's part, against pages that differ from the simulator's. */
final class BrowserTest {
    private static final String FORM =
            """
            <form method="post" action="/confirm">
              <input type="hidden" name="state" value="a b&amp;c">
              <input name="note" value="kept">
              <input type="tel" name="smsOtp">
              <input type="password" name="secret">
              <input name="shipping" value="jne">
              <input type="checkbox" name="agree" value="yes" required>
              <button name="go" value="no">Batal</button>
              <button name="go" value="yes">Lanjut</button>
            </form>
            """;

    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final Browser browser = new Browser(url -> url.getPath().startsWith("/home"));

    BrowserTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void theCustomerFillsInCodesKeepsTheRestAndAgrees() {
        pages.put("/start", "/form");
        pages.put("/form", FORM);
        pages.put("/confirm", "/home/nonce?resultCode=00");

        URI back = browser.finish(browser.open(at("/start")));

        assertThat(back.getQuery()).isEqualTo("resultCode=00");
        assertThat(seen)
                .contains(
                        "POST /confirm state=a+b%26c&note=kept&smsOtp=123456&secret=123456"
                                + "&shipping=jne&agree=yes&go=yes cookie=visit=1")
                .last()
                .asString()
                .startsWith("GET /home/nonce");
    }

    @Test
    void redirectsAloneLeadHomeToo() {
        pages.put("/start", "/next");
        pages.put("/next", "/home/x");

        Browser.Sight sight = browser.open(at("/start"));

        assertThat(sight.page()).isEmpty();
        assertThat(browser.finish(sight)).isEqualTo(at("/home/x"));
    }

    @Test
    void aPageThatNeverEndsIsGivenUpAfterTenForms() {
        pages.put("/form", FORM);
        pages.put("/confirm", "/form");

        assertThatThrownBy(() -> browser.finish(browser.open(at("/form?ticket=t1"))))
                .isInstanceOf(NotDone.class)
                .hasMessageContaining("10 pages")
                .hasMessageNotContaining("t1");
        assertThat(seen.stream().filter(line -> line.startsWith("POST"))).hasSize(10);
    }

    @Test
    void redirectsInACircleAreGivenUp() {
        pages.put("/a", "/b");
        pages.put("/b", "/a");

        assertThatThrownBy(() -> browser.open(at("/a")))
                .isInstanceOf(NotDone.class)
                .hasMessageContaining("without end");
    }

    @Test
    void anErrorPageIsQuotedByItsTitle() {
        assertThatThrownBy(() -> browser.open(at("/gone?ticket=t1")))
                .isInstanceOf(NotDone.class)
                .hasMessageContaining("HTTP 404: \"Nothing here\"")
                .hasMessageNotContaining("t1");
    }

    @Test
    void aFormWithoutAWayToAgreeIsNotSent() {
        pages.put("/form", "<form method=post><input name=pin><button>Tolak</button></form>");

        assertThatThrownBy(() -> browser.finish(browser.open(at("/form"))))
                .isInstanceOf(NotDone.class)
                .hasMessageContaining("no way to agree");
        assertThat(seen).noneMatch(line -> line.startsWith("POST"));
    }

    @Test
    void aPageThatLeadsIntoAnAppIsNotFollowed() {
        pages.put("/start", "ovo://pay?ticket=t1");

        assertThatThrownBy(() -> browser.open(at("/start")))
                .isInstanceOf(NotDone.class)
                .hasMessageContaining("into an app (ovo:)")
                .hasMessageNotContaining("t1");
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String cookie = exchange.getRequestHeaders().getFirst("Cookie");
            seen.add(
                    "%s %s %s cookie=%s"
                            .formatted(exchange.getRequestMethod(), path, body, cookie));
            exchange.getResponseHeaders().set("Set-Cookie", "visit=1; Path=/");
            String page = pages.getOrDefault(path, path.startsWith("/home") ? "<p>Hi</p>" : "");
            boolean redirect = !page.isEmpty() && !page.startsWith("<");
            if (redirect) {
                exchange.getResponseHeaders().set("Location", page);
            }
            byte[] html =
                    (page.isEmpty() ? "<title>Nothing here</title>" : page)
                            .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(redirect ? 302 : page.isEmpty() ? 404 : 200, html.length);
            exchange.getResponseBody().write(html);
        }
    }
}
