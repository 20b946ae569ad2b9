package id.dompet.sandbox.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the server sees to for every site, over real HTTP. */
final class WebServerTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([0-9a-f]{48})\"");

    private final AtomicInteger bought = new AtomicInteger();
    private final LiveChannel live = new LiveChannel();
    private final Pages pages = Pages.of(WebServerTest.class, "Shop", List.of());
    private final Router routes =
            new Router()
                    .get(
                            "/items/{name}",
                            request ->
                                    pages.show(
                                            request,
                                            "item",
                                            "Item",
                                            Map.of("name", request.path("name"))))
                    .post(
                            "/buy",
                            request -> {
                                bought.incrementAndGet();
                                request.session().say("Bought <one>.");
                                return Reply.seeOther("/items/next");
                            })
                    .get(
                            "/defect",
                            request -> {
                                throw new IllegalArgumentException("secret detail");
                            })
                    .inbound("/notify", request -> Reply.text(200, "OK"))
                    .get("/events", request -> Reply.events(live));
    private final WebServer server =
            WebServer.start(
                    Site.of("shop", routes).withScriptToken("script-token"), WebServer.LOOPBACK, 0);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        live.close();
        server.close();
    }

    @Test
    void whatAPageShowsIsEscaped() throws Exception {
        HttpResponse<String> page = get("/items/%3Cscript%3Ealert(1)%3C%2Fscript%3E");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("&lt;script&gt;").doesNotContain("<script>alert");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'");
        assertThat(page.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly")
                .contains("SameSite=Lax");
    }

    @Test
    void aFormWithTheTokenOfItsSessionIsTaken() throws Exception {
        HttpResponse<String> page = get("/items/a");

        HttpResponse<String> done =
                send(form("/buy", "token=" + token(page)).header("Cookie", cookie(page)));

        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(bought).hasValue(1);
        HttpResponse<String> next =
                send(HttpRequest.newBuilder(at("/items/next")).header("Cookie", cookie(page)));
        assertThat(next.body()).contains("Bought &lt;one&gt;.");
    }

    @Test
    void aFormWithoutItOrWithAnotherSessionsIsRefused() throws Exception {
        HttpResponse<String> mine = get("/items/a");
        HttpResponse<String> theirs = get("/items/a");

        assertThat(send(form("/buy", "").header("Cookie", cookie(mine))).statusCode())
                .isEqualTo(403);
        assertThat(
                        send(form("/buy", "token=" + token(theirs)).header("Cookie", cookie(mine)))
                                .statusCode())
                .isEqualTo(403);
        assertThat(send(form("/buy", "token=" + token(mine))).statusCode()).isEqualTo(403);
        assertThat(bought).hasValue(0);
    }

    @Test
    void aScriptNeedsTheScriptToken() throws Exception {
        assertThat(send(form("/buy", "").header("Authorization", "Bearer wrong")).statusCode())
                .isEqualTo(403);
        assertThat(
                        send(form("/buy", "").header("Authorization", "Bearer script-token"))
                                .statusCode())
                .isEqualTo(303);
    }

    @Test
    void anInboundRouteNeedsNone() throws Exception {
        assertThat(send(form("/notify", "a=b")).statusCode()).isEqualTo(200);
    }

    @Test
    void aNameOfTheInternetIsNotAnswered() throws Exception {
        assertThat(raw("/items/a", "evil.example")).startsWith("HTTP/1.1 421");
        assertThat(raw("/items/a", "127.0.0.1.evil.example:80")).startsWith("HTTP/1.1 421");
        assertThat(raw("/items/a", "localhost")).startsWith("HTTP/1.1 200");
        assertThat(raw("/items/a", "[::1]:8080")).startsWith("HTTP/1.1 200");
    }

    @Test
    void aDefectIsOneSentence() throws Exception {
        HttpResponse<String> page = get("/defect");

        assertThat(page.statusCode()).isEqualTo(500);
        assertThat(page.body()).doesNotContain("secret detail").doesNotContain("Exception");
    }

    @Test
    void aWrongAddressOrMethodIsSaid() throws Exception {
        assertThat(get("/nowhere").statusCode()).isEqualTo(404);
        assertThat(get("/buy").statusCode()).isEqualTo(405);
        assertThat(raw("/items/%zz", "localhost")).startsWith("HTTP/1.1 400");
    }

    @Test
    void aChangeReachesWhoListens() throws Exception {
        HttpResponse<InputStream> stream =
                client.send(
                        HttpRequest.newBuilder(at("/events")).build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream events = stream.body()) {
            assertThat(until(events, "data: 0\n\n")).contains("event: change");
            live.changed();
            assertThat(until(events, "data: 1\n\n")).contains("event: change");
        }
    }

    @Test
    void aPortInUseIsSaidInASentence() {
        int taken = server.url().getPort();

        assertThatThrownBy(
                        () ->
                                WebServer.start(
                                        Site.of("console", new Router()),
                                        WebServer.LOOPBACK,
                                        taken))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("port " + taken);
    }

    private static String until(InputStream in, String end) throws IOException {
        StringBuilder text = new StringBuilder();
        while (!text.toString().endsWith(end)) {
            int next = in.read();
            assertThat(next).isNotNegative();
            text.append((char) next);
        }
        return text.toString();
    }

    private URI at(String path) {
        return URI.create(server.url() + path.substring(1));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(at(path)).header("Accept", "text/html"));
    }

    private HttpRequest.Builder form(String path, String body) {
        return HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The start of the answer to a request with any {@code Host} one likes. */
    private String raw(String target, String host) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.url().getPort())) {
            String request =
                    "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                            .formatted(target, host);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String token(HttpResponse<String> page) {
        Matcher found = TOKEN.matcher(page.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String cookie(HttpResponse<String> page) {
        return page.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    }
}
