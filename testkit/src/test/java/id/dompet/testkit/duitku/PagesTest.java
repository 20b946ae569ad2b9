package id.dompet.testkit.duitku;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.testkit.AdjustableClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a customer with a browser sees. */
class PagesTest {

    private static final String PHONE = "081234567890";

    private final AdjustableClock clock = AdjustableClock.at(Instant.parse("2026-11-20T08:00:00Z"));
    private final DuitkuSimulator duitku =
            DuitkuSimulator.builder()
                    .clock(clock)
                    .callbackMode(CallbackMode.MANUAL)
                    .insufficientBalance(InsufficientBalance.FAIL_AT_PIN)
                    .start();
    private final MerchantClient merchant = new MerchantClient(duitku);

    @AfterEach
    void stop() {
        duitku.close();
    }

    private Document shown(URI page) {
        return Jsoup.parse(merchant.get(page).text());
    }

    private URI linkPage() {
        return URI.create(
                merchant.connect(PHONE, "cust-1", "OL", "https://merchant.example/back")
                        .field("webviewUrl"));
    }

    private URI paymentPage() {
        String code = merchant.link(Channel.OVO, PHONE, "cust-1");
        return URI.create(
                merchant.inquiry(Channel.OVO, code, "order-1", 10_000).field("paymentUrl"));
    }

    @Test
    void aLinkPageThatCameTooLateSaysSoAndLeadsBack() {
        URI page = linkPage();
        clock.advance(Duration.ofMinutes(15));

        assertThat(shown(page).select("h1").text()).isEqualTo("Your time is over");
        assertThat(shown(page).select("main a").attr("href"))
                .startsWith("https://merchant.example/back?resultCode=01&")
                .doesNotContain("credentialCode");
    }

    @Test
    void aLinkPageThatIsOpenedAgainLeadsWhereItLedBefore() {
        URI page = linkPage();
        URI back = duitku.customer().confirm(page);

        assertThat(shown(page).select("h1").text()).isEqualTo("This page has done its work");
        assertThat(shown(page).select("main a").attr("href")).isEqualTo(back.toString());
        assertThat(duitku.credentialCodes(duitku.wallet(Channel.OVO, PHONE))).hasSize(1);
    }

    @Test
    void aPaymentPageShowsWhatItIsPaidFromAndWarnsInTime() {
        URI page = paymentPage();
        duitku.wallet(Channel.OVO, PHONE).balance(9_999);

        assertThat(shown(page).select("dd").eachText())
                .contains("Rp 10.000", "order-1", "Rp 9.999");
        assertThat(shown(page).select(".warning").text()).startsWith("Your balance is not enough");
        duitku.wallet(Channel.OVO, PHONE).balance(10_000);
        assertThat(shown(page).select(".warning")).isEmpty();
    }

    @Test
    void aPaymentPageThatCameTooLateLeadsBackUnpaid() {
        URI page = paymentPage();
        clock.advance(Duration.ofMinutes(15));

        assertThat(shown(page).select("h1").text()).isEqualTo("Your time is over");
        assertThat(shown(page).select("main a").attr("href")).contains("resultCode=02");
    }

    @Test
    void aPaymentPageThatIsPostedTwiceChargesOnceAndLeadsBackPaid() {
        URI page = paymentPage();
        duitku.customer().confirm(page);

        assertThat(duitku.customer().enterPin(page, DuitkuCustomer.RIGHT_PIN)).isEmpty();
        assertThat(duitku.ledger().movements()).hasSize(1);
        assertThat(shown(page).select("main a").attr("href")).contains("resultCode=00");
    }
}
