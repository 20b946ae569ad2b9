package id.dompet.testkit.doku;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a customer with a browser sees. */
class PagesTest {

    private final Journey journey =
            new Journey(
                    DokuSimulator.builder()
                            .notificationMode(NotificationMode.MANUAL)
                            .insufficientFunds(InsufficientFunds.FAIL_ON_PAGE));
    private final DokuCustomer customer = journey.doku.customer();
    private final HttpClient browser = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        journey.close();
    }

    private Document shown(URI page) throws IOException, InterruptedException {
        HttpRequest get = HttpRequest.newBuilder(page).build();
        return Jsoup.parse(browser.send(get, HttpResponse.BodyHandlers.ofString()).body());
    }

    @Test
    void linkingTakesTwoSteps() throws Exception {
        URI page = journey.bind(DokuChannel.OVO).uri("redirectUrl");

        assertThat(shown(page).select(".step").text()).isEqualTo("Step 1 of 2");
        customer.enterOtp(page, DokuCustomer.RIGHT_OTP);
        assertThat(shown(page).select(".step").text()).isEqualTo("Step 2 of 2");
        assertThat(shown(page).select("label[for=pin]")).hasSize(1);
    }

    @Test
    void theCodeThatIsPostedTwiceIsNoWrongPin() {
        URI page = journey.bind(DokuChannel.OVO).uri("redirectUrl");
        for (int again = 0; again < 5; again++) {
            assertThat(customer.enterOtp(page, DokuCustomer.RIGHT_OTP)).isEmpty();
        }

        assertThat(customer.enterPin(page, DokuCustomer.RIGHT_PIN))
                .contains(URI.create(Journey.SUCCESS));
    }

    @Test
    void pagesThatAreClosedLeadBackToTheMerchant() throws Exception {
        URI linked = journey.bind(DokuChannel.OVO).uri("redirectUrl");
        customer.confirm(linked);
        URI late = journey.bind(DokuChannel.ALLO).uri("redirectUrl");
        journey.clock.advance(Duration.ofMinutes(15));

        assertThat(shown(linked).select("main a").attr("href")).isEqualTo(Journey.SUCCESS);
        assertThat(shown(late).select("h1").text()).isEqualTo("Your time is over");
        assertThat(shown(late).select("main a").attr("href")).isEqualTo(Journey.FAILED);
    }

    @Test
    void aPaymentPageWarnsWhenTheLinkedWalletHoldsTooLittle() throws Exception {
        String token = journey.link(DokuChannel.OVO);
        URI page = journey.payByOvo("order-1", 10_000, token).uri("webRedirectUrl");
        journey.wallet(DokuChannel.OVO).balance(9_999);

        assertThat(shown(page).select(".warning").text()).startsWith("Your balance is not enough");
        assertThat(customer.confirm(page)).hasToString(Journey.FAILED);
        assertThat(shown(page).select("h1").text()).isEqualTo("This page has done its work");
        assertThat(journey.doku.ledger().total()).isZero();
    }
}
