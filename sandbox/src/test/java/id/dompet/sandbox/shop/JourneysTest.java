package id.dompet.sandbox.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.textToBe;
import static org.openqa.selenium.support.ui.ExpectedConditions.textToBePresentInElementLocated;
import static org.openqa.selenium.support.ui.ExpectedConditions.urlContains;
import static org.openqa.selenium.support.ui.ExpectedConditions.visibilityOfElementLocated;

import id.dompet.sandbox.ChromeTest;
import id.dompet.testkit.Fault;
import id.dompet.testkit.duitku.Channel;
import id.dompet.testkit.duitku.DuitkuOperation;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;

/** Customers' journeys in a real browser: the shop, the wallets' pages, and back. */
final class JourneysTest extends ChromeTest {
    private static final String PIN = "123456";
    private static final String BUDI = "081234567890";

    @TempDir private Path folder = Path.of("");

    private Street street;

    @BeforeEach
    void open() {
        street = new Street(folder, "duitku");
    }

    @AfterEach
    void close() {
        street.close();
    }

    private ChromeDriver at(int width, String path) {
        ChromeDriver browser = browser(width);
        go(browser, street.shop.address().resolve(path));
        return browser;
    }

    private void visit(ChromeDriver browser, String path) {
        go(browser, street.shop.address().resolve(path));
    }

    private static String body(ChromeDriver browser) {
        return text(browser, By.tagName("body"));
    }

    private static void press(ChromeDriver browser, String text) {
        leaveBy(browser, button(text));
    }

    private static void type(ChromeDriver browser, String field, String text) {
        type(browser, By.id(field), text);
    }

    private static String text(ChromeDriver browser, String id) {
        return text(browser, By.id(id));
    }

    private void linkOvo(ChromeDriver browser) {
        visit(browser, "/wallets");
        press(browser, "Link OVO");
        type(browser, "pin", PIN);
        press(browser, "Link account");
        await(browser, urlContains("/wallets"));
        assertThat(body(browser)).contains("OVO is linked.");
    }

    private void order(ChromeDriver browser, String item, String means) {
        visit(browser, "/");
        press(browser, "Order " + item);
        press(browser, means);
    }

    @Test
    void linkAndPayThroughDuitkuOnAPhone() throws IOException {
        ChromeDriver browser = at(PHONE, "/");
        picture(browser, "shop-menu-phone");
        visit(browser, "/wallets");
        picture(browser, "shop-wallets-empty-phone");
        press(browser, "Link OVO");
        picture(browser, "wallet-link-duitku-phone");
        type(browser, "pin", "000000");
        press(browser, "Link account");
        assertThat(body(browser)).contains("Wrong PIN. Tries left: 2.");
        picture(browser, "wallet-wrong-pin-phone");
        type(browser, "pin", PIN);
        press(browser, "Link account");
        await(browser, urlContains("/wallets"));
        picture(browser, "shop-wallets-phone");

        visit(browser, "/");
        press(browser, "Order Kopi susu gula aren");
        picture(browser, "shop-buy-phone");
        press(browser, "Pay with OVO");
        picture(browser, "wallet-pay-duitku-phone");
        press(browser, "Bahasa Indonesia");
        assertThat(body(browser)).contains("Bayar dengan OVO", "PIN-nya 123456");
        picture(browser, "wallet-pay-duitku-id-phone");
        type(browser, "pin", PIN);
        press(browser, "Bayar Rp 28.000");

        await(browser, urlContains("/orders/"));
        await(browser, textToBe(By.id("state"), "PAID"));
        await(browser, textToBe(By.id("status"), "paid, in the making"));
        assertThat(text(browser, "heard")).contains("notification from duitku", "answered 200");
        assertThat(street.duitku.ledger().total()).isEqualTo(28_000);
        assertThat(isTooWide(browser)).isFalse();
        picture(browser, "shop-order-paid-phone");
    }

    @Test
    void linkPayAndRefundThroughDokuOnADesktop() throws IOException {
        ChromeDriver browser = at(DESKTOP, "/counter");
        press(browser, "Change to doku");
        visit(browser, "/wallets");
        press(browser, "Link OVO");
        picture(browser, "wallet-otp-doku-desktop");
        type(browser, "otp", PIN);
        press(browser, "Continue");
        picture(browser, "wallet-link-doku-desktop");
        type(browser, "pin", PIN);
        press(browser, "Link account");
        await(browser, urlContains("/wallets"));
        assertThat(text(browser, "linked")).contains("Linked through doku");
        picture(browser, "shop-wallets-desktop");

        order(browser, "Kain batik kawung", "Pay with OVO");
        picture(browser, "wallet-pay-doku-desktop");
        type(browser, "pin", PIN);
        press(browser, "Pay Rp 385.000");
        await(browser, urlContains("/orders/"));
        await(browser, textToBe(By.id("state"), "PAID"));
        assertThat(street.doku.ledger().total()).isEqualTo(385_000);
        picture(browser, "shop-order-paid-desktop");

        press(browser, "Give it back");
        await(browser, textToBe(By.id("state"), "REVERSED"));
        await(browser, textToBe(By.id("status"), "given back"));
        assertThat(street.doku.ledger().total()).isZero();
        picture(browser, "shop-order-refunded-desktop");
    }

    @Test
    void payInTheAppOfAWalletThatIsNotLinked() throws IOException {
        ChromeDriver browser = at(PHONE, "/");
        order(browser, "Kopi tubruk", "Pay in the DANA app");
        picture(browser, "wallet-pay-dana-phone");
        type(browser, "phone", "12");
        type(browser, "pin", PIN);
        press(browser, "Pay Rp 18.000");
        assertThat(body(browser)).contains("This is not an Indonesian mobile number");
        type(browser, "phone", BUDI);
        type(browser, "pin", PIN);
        press(browser, "Pay Rp 18.000");

        await(browser, urlContains("/orders/"));
        await(browser, textToBe(By.id("state"), "PAID"));
        assertThat(street.doku.ledger().total()).isEqualTo(18_000);
    }

    @Test
    void whoDeclinesPaysNothing() throws IOException {
        ChromeDriver browser = at(PHONE, "/");
        linkOvo(browser);
        order(browser, "Pisang goreng", "Pay with OVO");
        press(browser, "Decline");

        await(browser, urlContains("/orders/"));
        await(browser, textToBe(By.id("state"), "DECLINED"));
        await(browser, textToBe(By.id("status"), "cancelled"));
        await(browser, visibilityOfElementLocated(button("Order it again")));
        assertThat(street.duitku.ledger().total()).isZero();
        picture(browser, "shop-order-declined-phone");
    }

    @Test
    void aWalletWithTooLittleWarnsBeforeThePin() throws IOException {
        ChromeDriver browser = at(PHONE, "/");
        linkOvo(browser);
        visit(browser, "/");
        press(browser, "Order Kain batik kawung");
        press(browser, "Pay with OVO");
        street.duitku.wallet(Channel.OVO, BUDI).balance(5_000);
        browser.navigate().refresh();

        assertThat(body(browser)).contains("Your balance is not enough");
        picture(browser, "wallet-not-enough-phone");
        type(browser, "pin", PIN);
        press(browser, "Pay Rp 385.000");
        await(browser, textToBe(By.id("state"), "DECLINED"));
        assertThat(street.duitku.ledger().total()).isZero();
    }

    @Test
    void anAnswerThatIsLostIsFoundOutAndNothingIsChargedTwice() throws IOException {
        ChromeDriver browser = at(DESKTOP, "/");
        linkOvo(browser);
        street.duitku.faults().next(DuitkuOperation.INQUIRY, Fault.connectionReset().afterEffect());
        order(browser, "Kopi tubruk", "Pay with OVO");

        await(browser, textToBe(By.id("state"), "UNKNOWN"));
        assertThat(text(browser, "words")).contains("Nobody knows yet whether it was charged");
        assertThat(browser.findElements(button("Order it again"))).isEmpty();
        picture(browser, "shop-order-unknown-desktop");

        String reference = browser.getCurrentUrl().replaceAll(".*/", "");
        assertThat(street.duitku.payLate(reference)).isTrue();
        await(browser, textToBe(By.id("state"), "PAID"));
        await(browser, textToBePresentInElementLocated(By.className("events"), "was lost"));
        assertThat(street.duitku.ledger().movementsOf(reference)).hasSize(1);
        picture(browser, "shop-order-settled-desktop");
    }

    @Test
    void unlinkingShowsTheWordsOfTheWallet() throws IOException {
        ChromeDriver browser = at(PHONE, "/");
        linkOvo(browser);
        press(browser, "Balance of OVO");
        assertThat(body(browser)).contains("Rp 1.000.000");
        picture(browser, "shop-balance-phone");
        visit(browser, "/wallets");
        press(browser, "Unlink OVO");
        assertThat(text(browser, "text")).contains("Kopi Kawung");
        picture(browser, "shop-unlink-phone");
        press(browser, "Bahasa Indonesia");
        assertThat(text(browser, "text")).contains("Kopi Kawung", "OVO");
        leaveBy(browser, By.cssSelector("main form button"));
        await(browser, urlContains("/wallets"));

        assertThat(text(browser, "linked")).contains("Nothing is linked yet.");
        assertThat(street.duitku.credentialCodes(street.duitku.wallet(Channel.OVO, BUDI)))
                .isEmpty();
    }

    @Test
    void aChangeOfTheProviderLeavesLinksWhereTheyAre() throws IOException {
        ChromeDriver browser = at(DESKTOP, "/");
        linkOvo(browser);
        visit(browser, "/counter");
        press(browser, "Change to doku");
        assertThat(text(browser, "line")).isEqualTo("dompet.route.default = doku");
        picture(browser, "shop-counter-desktop");

        visit(browser, "/wallets");
        assertThat(text(browser, "linked")).contains("Linked through duitku");
        assertThat(body(browser)).contains("through doku");
        order(browser, "Kopi tubruk", "Pay with OVO");
        type(browser, "pin", PIN);
        press(browser, "Pay Rp 18.000");
        await(browser, textToBe(By.id("state"), "PAID"));
        assertThat(street.duitku.ledger().total()).isEqualTo(18_000);
        assertThat(street.doku.ledger().total()).isZero();
    }
}
