package id.dompet.sandbox.shop;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** A browser without pictures: keeps cookies, follows redirects, fills in forms. */
final class Visitor {
    private static final int MOST_HOPS = 10;

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .cookieHandler(new CookieManager())
                    .build();

    /** What is on the screen. */
    record Page(URI url, int status, Document document) {
        /** Where browsers go: Java's {@code resolve} loses the last segment here and there. */
        URI leadsTo(String address) {
            String here = url.toString();
            return switch (address.isEmpty() ? ' ' : address.charAt(0)) {
                case ' ' -> url;
                case '?' -> URI.create(here.replaceAll("[?].*", "") + address);
                default -> url.resolve(address);
            };
        }

        String text() {
            return document.text();
        }

        Element button(String text) {
            return document.select("button").stream()
                    .filter(button -> button.text().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no button " + text + ": " + text()));
        }

        boolean has(String text) {
            return document.select("button, a").eachText().contains(text);
        }
    }

    Page open(URI url) {
        return follow(HttpRequest.newBuilder(url).GET().build());
    }

    Page click(Page page, String link) {
        Element found =
                page.document().select("a").stream()
                        .filter(each -> each.text().equals(link))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no link " + link));
        return open(page.leadsTo(found.attr("href")));
    }

    /** Presses a button, having typed what the page says has to be typed. */
    Page press(Page page, String button) {
        return press(page, page.button(button), Map.of());
    }

    Page press(Page page, Element button, Map<String, String> typed) {
        FormElement form = (FormElement) button.closest("form");
        if (form == null) {
            throw new AssertionError("the button is in no form: " + button);
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (Connection.KeyVal field : form.formData()) {
            fields.put(field.key(), field.value());
        }
        for (Element code : form.select("#pin, #otp")) {
            fields.put(code.attr("name"), "123456");
        }
        if (button.hasAttr("name")) {
            fields.put(button.attr("name"), button.attr("value"));
        }
        fields.putAll(typed);
        return follow(post(page.leadsTo(form.attr("action")), fields));
    }

    static HttpRequest post(URI url, Map<String, String> fields) {
        String body =
                fields.entrySet().stream()
                        .map(each -> encode(each.getKey()) + "=" + encode(each.getValue()))
                        .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(url)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    Page follow(HttpRequest first) {
        HttpRequest request = first;
        for (int hop = 0; hop < MOST_HOPS; hop++) {
            HttpResponse<String> answer = send(request);
            URI url = request.uri();
            if (answer.statusCode() / 100 != 3) {
                return new Page(
                        url, answer.statusCode(), Jsoup.parse(answer.body(), url.toString()));
            }
            String next = answer.headers().firstValue("Location").orElseThrow();
            request = HttpRequest.newBuilder(url.resolve(next)).GET().build();
        }
        throw new AssertionError("redirected without end: " + first.uri());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("no answer from " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
