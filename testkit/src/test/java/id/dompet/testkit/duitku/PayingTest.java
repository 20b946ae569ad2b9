package id.dompet.testkit.duitku;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.testkit.AdjustableClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PayingTest {

    private static final String PHONE = "081234567890";

    private final AdjustableClock clock = AdjustableClock.at(Instant.parse("2026-11-20T08:00:00Z"));
    private final DuitkuSimulator duitku =
            DuitkuSimulator.builder()
                    .clock(clock)
                    .callbackMode(CallbackMode.MANUAL)
                    .insufficientBalance(InsufficientBalance.FAIL_AT_PIN)
                    .pollingLimit(PollingLimit.perMinute(20))
                    .start();
    private final MerchantClient merchant = new MerchantClient(duitku);

    @AfterEach
    void stop() {
        duitku.close();
    }

    private URI page(Channel channel, String orderId, long amount) {
        String code = merchant.link(channel, PHONE, "cust-1");
        return URI.create(merchant.inquiry(channel, code, orderId, amount).field("paymentUrl"));
    }

    private String statusCode(String orderId) {
        return merchant.status(orderId).field("statusCode");
    }

    @Test
    void theRightPinChargesOnceAndLeadsBack() {
        duitku.wallet(Channel.OVO, PHONE).balance(500_000);
        URI page = page(Channel.OVO, "order-1", 150_000);
        assertThat(statusCode("order-1")).isEqualTo("01");

        URI back = duitku.customer().confirm(page);

        String reference = duitku.transaction("order-1").orElseThrow().reference();
        assertThat(back)
                .hasToString(
                        "https://merchant.example/paid?merchantOrderId=order-1&resultCode=00&reference="
                                + reference);
        assertThat(statusCode("order-1")).isEqualTo("00");
        assertThat(duitku.ledger().chargedFor("order-1")).isEqualTo(150_000);
        assertThat(duitku.wallet(Channel.OVO, PHONE).cash()).isEqualTo(350_000);

        assertThat(duitku.customer().enterPin(page, "123456")).isEmpty();
        assertThat(duitku.ledger().movements()).hasSize(1);
    }

    @Test
    void theStatusIsAskedAsJsonOrAsForm() {
        URI page = page(Channel.OVO, "order-1", 10_000);
        String form =
                "merchantCode="
                        + duitku.merchantCode()
                        + "&merchantOrderId=order-1&signature="
                        + merchant.statusSignature("order-1");

        MerchantClient.Reply reply =
                merchant.webApi("transactionStatus", form, "application/x-www-form-urlencoded");

        assertThat(page.getPath()).isEqualTo("/wallet/pay");
        assertThat(reply.text()).isEqualTo(merchant.status("order-1").text());
        assertThat(reply.text())
                .contains("\"amount\":\"10000\",\"fee\":\"0.00\",\"statusCode\":\"01\"");
    }

    @Test
    void anUnknownOrderIsNotFoundAndAWrongSignatureRefused() {
        MerchantClient.Reply unknown = merchant.status("nothing");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.field("Message")).isEqualTo("Transaction not found");

        String other =
                MerchantClient.JSON
                        .createObjectNode()
                        .put("merchantCode", duitku.merchantCode())
                        .put("merchantOrderId", "order-2")
                        .put("signature", merchant.statusSignature("order-1"))
                        .toString();
        assertThat(merchant.webApi("transactionStatus", other, "application/json").status())
                .isEqualTo(401);
    }

    @Test
    void whoPollsIsBlockedForAnHour() {
        for (int call = 1; call <= 20; call++) {
            assertThat(merchant.status("order-1").status()).isEqualTo(404);
        }
        assertThat(merchant.status("order-1").status()).isEqualTo(429);
        clock.advance(Duration.ofMinutes(59));
        assertThat(merchant.status("order-1").status()).isEqualTo(429);
        clock.advance(Duration.ofMinutes(1));
        assertThat(merchant.status("order-1").status()).isEqualTo(404);
    }

    @Test
    void threeWrongPinsFailThePayment() {
        URI page = page(Channel.OVO, "order-1", 10_000);

        assertThat(duitku.customer().enterPin(page, "1")).isEmpty();
        assertThat(duitku.customer().enterPin(page, "12")).isEmpty();
        assertThat(duitku.customer().enterPin(page, "1234567").orElseThrow().toString())
                .contains("resultCode=02");

        assertThat(statusCode("order-1")).isEqualTo("02");
        assertThat(duitku.ledger().movements()).isEmpty();
        assertThat(duitku.callbacks().messagesOf("order-1"))
                .extracting(CallbackMessage::resultCode)
                .containsExactly("01");
    }

    @Test
    void aDeclinedPaymentIsCanceled() {
        URI back = duitku.customer().decline(page(Channel.OVO, "order-1", 10_000));

        assertThat(back.toString()).contains("resultCode=02");
        assertThat(duitku.transaction("order-1").orElseThrow().state())
                .isEqualTo(TransactionState.CANCELED);
    }

    @Test
    void aWalletThatCannotPayFailsAtThePin() {
        duitku.wallet(Channel.OVO, PHONE).balance(9_999);

        URI back = duitku.customer().confirm(page(Channel.OVO, "order-1", 10_000));

        assertThat(back.toString()).contains("resultCode=02");
        assertThat(duitku.wallet(Channel.OVO, PHONE).cash()).isEqualTo(9_999);
        assertThat(duitku.ledger().total()).isZero();
    }

    @Test
    void aLinkThatEndedBeforeThePinFailsThePayment() {
        URI page = page(Channel.OVO, "order-1", 10_000);
        duitku.wallet(Channel.OVO, PHONE).unlinkInApp();

        assertThat(duitku.customer().confirm(page).toString()).contains("resultCode=02");
        assertThat(duitku.ledger().total()).isZero();
    }

    @Test
    void theWindowOfOvoClosesAfterFifteenMinutesWithoutCallback() {
        URI page = page(Channel.OVO, "order-1", 10_000);
        clock.advance(Duration.ofMinutes(15).minusMillis(1));
        assertThat(merchant.get(page).status()).isEqualTo(200);
        clock.advance(Duration.ofMillis(1));

        assertThat(merchant.get(page).status()).isEqualTo(410);
        assertThat(duitku.customer().enterPin(page, "123456")).isEmpty();
        assertThat(statusCode("order-1")).isEqualTo("02");
        assertThat(duitku.callbacks().messages()).isEmpty();
        assertThat(duitku.ledger().total()).isZero();
    }

    @Test
    void theWindowOfShopeePayClosesAfterThirtyMinutes() {
        URI page = page(Channel.SHOPEEPAY, "order-1", 10_000);
        clock.advance(Duration.ofMinutes(30).minusMillis(1));
        assertThat(merchant.get(page).status()).isEqualTo(200);
        clock.advance(Duration.ofMillis(1));

        assertThat(merchant.get(page).status()).isEqualTo(410);
    }

    @Test
    void aPaymentCanComeThroughAfterItsWindow() {
        URI page = page(Channel.OVO, "order-1", 10_000);
        clock.advance(Duration.ofHours(1));
        assertThat(merchant.get(page).status()).isEqualTo(410);

        assertThat(duitku.payLate("order-1")).isTrue();
        assertThat(duitku.payLate("order-1")).isFalse();

        assertThat(statusCode("order-1")).isEqualTo("00");
        assertThat(duitku.ledger().movementsOf("order-1")).hasSize(1);
    }

    @Test
    void coinsAndVoucherPayBeforeCash() {
        duitku.voucher("HEMAT", 5_000);
        duitku.wallet(Channel.SHOPEEPAY, PHONE).balance(20_000).points(3_000);
        String code = merchant.link(Channel.SHOPEEPAY, PHONE, "cust-1");
        ObjectNode body = merchant.inquiryBody(Channel.SHOPEEPAY, code, "order-1", 25_000);
        ((ObjectNode) body.at("/accountLink/shopee")).put("useCoin", true).put("promoId", "HEMAT");

        URI back =
                duitku.customer().confirm(URI.create(merchant.inquiry(body).field("paymentUrl")));

        assertThat(back.toString()).contains("resultCode=00");
        assertThat(duitku.ledger().movementsOf("order-1").get(0).sources())
                .isEqualTo(Map.of("cash", 17_000L, "points", 3_000L, "voucher", 5_000L));
        assertThat(duitku.wallet(Channel.SHOPEEPAY, PHONE).cash()).isEqualTo(3_000);
        assertThat(duitku.wallet(Channel.SHOPEEPAY, PHONE).points()).isZero();
    }

    @Test
    void thePageEscapesWhatTheMerchantWrote() {
        String code = merchant.link(Channel.OVO, PHONE, "cust-1");
        ObjectNode body = merchant.inquiryBody(Channel.OVO, code, "order-1", 10_000);
        body.put("productDetails", "<script>alert('x')</script> & \"more\"");

        String html = merchant.get(URI.create(merchant.inquiry(body).field("paymentUrl"))).text();

        assertThat(html)
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;more&quot;")
                .doesNotContain("<script");
    }

    @Test
    void thePageBreaksLongWordsAndSaysWhichPinItTakes() {
        URI page = page(Channel.OVO, "order-1", 10_000);

        assertThat(merchant.get(page).text())
                .contains("overflow-wrap: anywhere", "The PIN is " + DuitkuCustomer.RIGHT_PIN);
    }
}
