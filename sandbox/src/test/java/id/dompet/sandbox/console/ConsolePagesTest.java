package id.dompet.sandbox.console;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.model.BindOutcome;
import id.dompet.sandbox.ChromeTest;
import id.dompet.testkit.diagnosis.Digests;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** The console as somebody uses it, in a real browser, while a merchant charges. */
final class ConsolePagesTest extends ChromeTest {
    private static final List<String> PAGES =
            List.of(
                    "",
                    "console/charges",
                    "console/wallets",
                    "console/notifications",
                    "console/faults",
                    "console/log",
                    "console/log/duitku/1",
                    "credentials");

    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aChargeAppearsByItselfAndIsDecidedByAButton() {
        BindOutcome.Bound link = desk.link();
        ChromeDriver browser = browser(DESKTOP);
        go(browser, desk.at("console/charges"));
        assertThat(main(browser)).contains("No client has charged anybody yet");

        desk.charge(link, "order-1");
        click(browser, By.id("succeed-duitku-order-1"));

        await(browser, ExpectedConditions.textToBe(By.cssSelector(".notice"), "order-1 is paid."));
        assertThat(main(browser)).contains("PAID").doesNotContain("Decline");
        assertThat(desk.duitku().ledger().chargedFor("order-1")).isEqualTo(25_000);
    }

    @Test
    void aButtonThatCameTooLateSaysSo() {
        desk.charge(desk.link(), "order-1");
        ChromeDriver one = browser(DESKTOP);
        go(one, desk.at("console/charges"));
        // What a second window that was not brought up to date would still show.
        one.executeScript("document.getElementById('charges').removeAttribute('data-live')");
        assertThat(desk.duitku().settle("order-1")).isTrue();
        click(one, button("Decline"));

        await(
                one,
                ExpectedConditions.textToBe(
                        By.cssSelector(".notice"),
                        "Not done: order-1 is PAID already and stays so."));
        one.navigate().refresh();
        assertThat(one.findElements(By.cssSelector(".notice"))).isEmpty();
    }

    @Test
    void aRefundAndABalanceAreTypedIn() {
        desk.chargeAtDoku("order-1");
        assertThat(desk.doku().settle("order-1")).isTrue();
        ChromeDriver browser = browser(PHONE);
        go(browser, desk.at("console/charges"));
        type(browser, By.id("amount-doku-order-1"), "15000");
        click(browser, button("Refund"));
        await(
                browser,
                ExpectedConditions.textToBe(
                        By.cssSelector(".notice"), "15000 rupiah of order-1 are given back."));

        go(browser, desk.at("console/wallets"));
        type(browser, By.cssSelector("input[id^=cash-doku-DANA]"), "7");
        click(browser, button("Set"));
        await(
                browser,
                ExpectedConditions.textToBe(
                        By.cssSelector(".notice"), "The wallet has 7 rupiah and 0 points."));
        assertThat(desk.doku().wallets().get(0).cash()).isEqualTo(7);
    }

    @Test
    void aFaultIsSwitchedOnAndTheClockIsMovedWithTheKeyboard() {
        ChromeDriver browser = browser(DESKTOP);
        go(browser, desk.at("console/faults"));
        browser.findElement(By.id("times-doku")).sendKeys(Keys.ENTER);
        await(
                browser,
                ExpectedConditions.textToBePresentInElementLocated(
                        By.cssSelector(".notice"), "TOKEN_B2B"));
        assertThat(text(browser, By.id("waiting-doku"))).contains("service-unavailable");

        type(browser, By.id("by"), "6h", Keys.ENTER);
        await(
                browser,
                ExpectedConditions.textToBePresentInElementLocated(
                        By.id("clock"), "6 h ahead of this machine"));
    }

    @Test
    void everyPageFitsAPhoneAndADesktopAndLabelsItsFields() throws Exception {
        BindOutcome.Bound link = desk.link();
        desk.charge(link, "order-pending-long-0123456789abc");
        desk.charge(link, "order-2");
        desk.duitku().settle("order-2");
        desk.chargeAtDoku("order-3");
        desk.doku().settle("order-3");
        desk.post("faults/add", "provider", "doku", "operation", "PAYMENT", "fault", "lost-after");
        wrong();
        for (int width : new int[] {PHONE, DESKTOP}) {
            ChromeDriver browser = browser(width);
            for (String page : PAGES) {
                show(browser, page, width);
            }
            long last = desk.duitku().journal().entries().size();
            show(browser, "console/log/duitku/" + last, width);
            assertThat(main(browser))
                    .contains("Why the signature is wrong")
                    .contains("pretty-printed body");
        }
    }

    private void show(ChromeDriver browser, String page, int width) throws IOException {
        go(browser, desk.at(page));
        assertThat(isTooWide(browser)).as("%s is too wide at %d", page, width).isFalse();
        assertThat(unlabelled(browser)).as(page).isZero();
        assertThat(browser.getTitle()).contains("Dompet sandbox");
        picture(browser, "console-%s-%d".formatted(page.replace('/', '-'), width));
    }

    /** A client that signs one form of the body and sends another. */
    private void wrong() throws IOException, InterruptedException {
        String sent = "{\"phoneNumber\":\"081234567890\",\"channel\":\"OL\"}";
        String signed = "{\n  \"phoneNumber\": \"081234567890\",\n  \"channel\": \"OL\"\n}";
        String time = Long.toString(System.currentTimeMillis());
        String code = desk.duitku().merchantCode();
        String text = code + time + signed + desk.duitku().apiKey();
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create(
                                                desk.duitku().accountLinkBaseUrl()
                                                        + "/api/accountlinking/v1/connect"))
                                .header("Content-Type", "application/json")
                                .header("X-Duitku-merchant", code)
                                .header("X-Duitku-timestamp", time)
                                .header(
                                        "X-Duitku-signature",
                                        HexFormat.of().formatHex(Digests.digest("SHA-256", text)))
                                .POST(HttpRequest.BodyPublishers.ofString(sent))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
    }

    private static Long unlabelled(ChromeDriver browser) {
        Object count =
                browser.executeScript(
                        "return [...document.querySelectorAll('input:not([type=hidden]),select')]"
                                + ".filter(field => !field.labels || !field.labels.length).length");
        return count instanceof Long number ? number : -1L;
    }

    private static String main(ChromeDriver browser) {
        return text(browser, By.id("main"));
    }
}
