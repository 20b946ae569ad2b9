package id.dompet.testkit.page;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.testkit.SimulatorAnswer;
import id.dompet.testkit.SimulatorRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WalletPageTest {

    private static final Instant NOW = Instant.parse("2026-11-28T03:00:00Z");
    private static final String SHOP = "https://shop.example/back?a=1&b=%3C2%3E";

    private static SimulatorRequest request(String target, String... acceptLanguage) {
        Map<String, List<String>> headers =
                acceptLanguage.length == 0
                        ? Map.of()
                        : Map.of("Accept-Language", List.of(acceptLanguage));
        return new SimulatorRequest("GET", target, headers, new byte[0]);
    }

    private static WalletPage payment() {
        return WalletPage.titled(Text.PAY_TITLE, "OVO")
                .step(1, 2)
                .amount("Rp 25.000")
                .fact(Text.PRODUCT, "\"><script>alert('x')</script>")
                .note(Text.LINK_ALLOWS)
                .warning(Text.NOT_ENOUGH)
                .window(NOW, NOW.plus(Duration.ofMinutes(15)))
                .field(Field.phone("\"><b>0812"))
                .field(Field.pin())
                .confirm(Text.PAY, "Rp 25.000");
    }

    private static Document read(SimulatorAnswer answer) {
        return Jsoup.parse(answer.text(), "http://127.0.0.1/page?ticket=t");
    }

    static Stream<SimulatorAnswer> everyKind() {
        SimulatorRequest request = request("/page?ticket=t");
        return Stream.of(
                payment().answer(request),
                payment().mistake("pin", Text.WRONG_PIN, 2).answer(request),
                WalletPage.expired(request, SHOP),
                WalletPage.finished(request, SHOP),
                WalletPage.missing(404, request),
                WalletPage.done(request),
                WalletPage.redirect(request, "https://shop.example/"));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void everyPageCanBeUsedWithoutSeeingIt(SimulatorAnswer answer) {
        Document page = read(answer);

        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("header, main, nav[aria-label]")).hasSize(3);
        assertThat(page.title()).startsWith(page.select("h1").text());
        for (Element input : page.select("input")) {
            assertThat(page.select("label[for=" + input.id() + "]").text()).isNotBlank();
            for (String described : input.attr("aria-describedby").split(" ", -1)) {
                assertThat(page.getElementById(described)).as(described).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void nothingRunsAndNothingIsLoadedFromElsewhere(SimulatorAnswer answer) throws Exception {
        Document page = read(answer);
        byte[] style = page.expectFirst("style").data().getBytes(StandardCharsets.UTF_8);
        String hash =
                Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-256").digest(style));

        assertThat(page.select("script, link, img, iframe, object, [style], [onclick]")).isEmpty();
        assertThat(answer.headers())
                .containsEntry("Cache-Control", "no-store")
                .containsEntry("Referrer-Policy", "no-referrer");
        assertThat(answer.headers().get("Content-Security-Policy"))
                .contains("default-src 'none'", "style-src 'sha256-" + hash + "'");
    }

    @Test
    void everyTextIsEscaped() {
        SimulatorAnswer answer = payment().answer(request("/page?ticket=%22><i>t"));
        Document page = read(answer);

        assertThat(page.select("dd").get(1).text()).isEqualTo("\"><script>alert('x')</script>");
        assertThat(page.select("#phone").attr("value")).isEqualTo("\"><b>0812");
        assertThat(page.select("script, b, i")).isEmpty();
    }

    @Test
    void theFormSaysWhatToTypeAndWhatAgreesComesFirst() {
        Document page = read(payment().answer(request("/page")));

        assertThat(page.select("#pin-hint").text())
                .isEqualTo("This is a simulation. The PIN is 123456.");
        assertThat(page.select("#pin").attr("inputmode")).isEqualTo("numeric");
        assertThat(page.select("form button").eachAttr("value"))
                .containsExactly("confirm", "decline");
        assertThat(page.select("form button").eachText())
                .containsExactly("Pay Rp 25.000", "Decline");
        assertThat(page.select("[autofocus]").eachAttr("id")).containsExactly("pin");
        assertThat(page.select(".until").text()).isEqualTo("Please decide before 10:15:00 WIB.");
        assertThat(page.select("meta[http-equiv=refresh]").attr("content")).isEqualTo("901");
    }

    @Test
    void aMistakeIsToldAtItsField() {
        Document page = read(payment().mistake("pin", Text.WRONG_PIN, 2).answer(request("/page")));

        assertThat(page.select("[role=alert]").text()).isEqualTo("Wrong PIN. Tries left: 2.");
        assertThat(page.select("[autofocus], [aria-invalid]").eachAttr("id"))
                .containsExactly("pin");
        assertThat(page.select("#pin").attr("aria-describedby")).isEqualTo("pin-hint mistake");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id,en;q=0.8         | id",
                "id-ID,id;q=0.9      | id",
                "en-GB,id;q=0.5      | en",
                "de,id;q=0.5,en;q=0.4| id",
                "de                  | en",
                "*                   | en",
                ";;;q=x              | en",
                "''                  | en"
            })
    void theBrowserSaysWhichLanguage(String accepted, String shown) {
        SimulatorAnswer answer = payment().answer(request("/page?ticket=t", accepted));

        assertThat(answer.headers()).containsEntry("Content-Language", shown);
        assertThat(read(answer).select("html").attr("lang")).isEqualTo(shown);
    }

    @Test
    void theSwitchChoosesTheOtherLanguageOnTheSamePage() {
        Document english = read(payment().answer(request("/page?ticket=t%2F1&lang=en", "id")));
        Element other = english.expectFirst("nav a[hreflang=id]");
        assertThat(english.select("nav a[aria-current]").attr("hreflang")).isEqualTo("en");
        assertThat(other.attr("href")).isEqualTo("?ticket=t%2F1&lang=id");

        Document indonesian = read(payment().answer(request("/page" + other.attr("href"), "en")));
        assertThat(indonesian.select("h1").text()).isEqualTo("Bayar dengan OVO");
        assertThat(indonesian.select("form button").eachText())
                .containsExactly("Bayar Rp 25.000", "Tolak");
    }

    @Test
    void aClosedPageLeadsBackToTheShop() {
        Document page = read(WalletPage.expired(request("/page"), SHOP));

        assertThat(page.select("main a").attr("href")).isEqualTo(SHOP);
        assertThat(page.select("form")).isEmpty();
    }

    @Test
    void noPageLeadsToAnAddressThatRunsCode() {
        assertThat(
                        read(WalletPage.expired(request("/page"), "javascript:alert(1)"))
                                .select("main a"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void everySentenceStandsInBothLanguagesAndSpeaksOfTheSame(Text text) {
        String english = text.in(Language.ENGLISH, 71, 72);
        String indonesian = text.in(Language.INDONESIAN, 71, 72);

        assertThat(english).isNotBlank();
        assertThat(indonesian).isNotBlank();
        assertThat(indonesian.contains("71")).isEqualTo(english.contains("71"));
        assertThat(indonesian.contains("72")).isEqualTo(english.contains("72"));
    }

    static Stream<Text> texts() {
        return Stream.of(Text.values());
    }
}
