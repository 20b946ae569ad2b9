package id.dompet.testkit.duitku;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.testkit.AdjustableClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class CallbacksTest {

    private static final String PHONE = "081234567890";
    private static final String KEY = "732B39FC61796845775D2C4FB05332AF";
    private static final Instant START = Instant.parse("2026-11-20T20:00:00Z");

    private final AdjustableClock clock = AdjustableClock.at(START);

    private DuitkuSimulatorBuilder manual() {
        return DuitkuSimulator.builder()
                .clock(clock)
                .merchantCode("D0001")
                .apiKey(KEY)
                .callbackSpacing(Duration.ofMillis(1))
                .callbackMode(CallbackMode.MANUAL);
    }

    private static URI order(
            DuitkuSimulator duitku, Channel channel, MerchantServer server, boolean hmac) {
        MerchantClient merchant = new MerchantClient(duitku);
        String code = merchant.link(channel, PHONE, "cust-1");
        ObjectNode body = merchant.inquiryBody(channel, code, "12345", 10_000);
        body.put("callbackUrl", server.address() + "/callback");
        ObjectNode signed = hmac ? merchant.signHmac(body) : merchant.sign(body);
        return URI.create(merchant.inquiry(signed).field("paymentUrl"));
    }

    private static MerchantServer always(int status) {
        IntUnaryOperator same = count -> status;
        return new MerchantServer(same);
    }

    private static CallbackMessage paid(
            DuitkuSimulator duitku, Channel channel, MerchantServer server, boolean hmac) {
        URI back = duitku.customer().confirm(order(duitku, channel, server, hmac));
        assertThat(back.toString()).contains("resultCode=00");
        return duitku.callbacks().messages().get(0);
    }

    @Test
    void aPaymentIsCalledBackWithEveryDocumentedParameter() {
        try (MerchantServer server = always(200);
                DuitkuSimulator duitku = manual().start()) {
            CallbackMessage message = paid(duitku, Channel.SHOPEEPAY, server, false);

            assertThat(duitku.callbacks().deliverPending()).hasSize(1);

            assertThat(message.isDelivered()).isTrue();
            assertThat(message.parameters())
                    .extracting(Map.Entry::getKey)
                    .containsExactly(
                            "merchantCode",
                            "amount",
                            "merchantOrderId",
                            "productDetail",
                            "additionalParam",
                            "paymentCode",
                            "resultCode",
                            "merchantUserId",
                            "reference",
                            "signature",
                            "publisherOrderId",
                            "spUserHash",
                            "settlementDate");
            assertThat(server.received().get(0))
                    .startsWith(
                            "/callback application/x-www-form-urlencoded"
                                    + " merchantCode=D0001&amount=10000&merchantOrderId=12345"
                                    + "&productDetail=Tas+Trendy&additionalParam=table+5"
                                    + "&paymentCode=SL&resultCode=00&merchantUserId=cust-1&reference=D0001")
                    .contains("&signature=4104f20a70c933113c66c004fe25a9f1&")
                    .endsWith("&settlementDate=2026-11-22");
        }
    }

    @Test
    void theSchemeOfTheInquiryIsTheSchemeOfTheCallback() {
        try (MerchantServer server = always(200);
                DuitkuSimulator duitku = manual().start()) {
            assertThat(paid(duitku, Channel.OVO, server, true).form().value("signature"))
                    .isEqualTo("76ee14f3182810c35bd6581dc53905483e5922f8fab7a0cc14cd576ad1169908");
        }
    }

    @Test
    void theSchemeOfTheCallbackCanBeFixed() {
        try (MerchantServer server = always(200);
                DuitkuSimulator duitku =
                        manual().callbackSignature(CallbackSignature.LEGACY).start()) {
            assertThat(paid(duitku, Channel.OVO, server, true).form().value("signature"))
                    .isEqualTo("4104f20a70c933113c66c004fe25a9f1");
        }
    }

    @Test
    void deliveriesRepeatUntilTheMerchantAnswers200() throws InterruptedException {
        try (MerchantServer server = new MerchantServer(count -> count < 3 ? 500 : 200);
                DuitkuSimulator duitku = manual().callbackMode(CallbackMode.AUTOMATIC).start()) {
            CallbackMessage message = paid(duitku, Channel.OVO, server, false);

            assertThat(duitku.callbacks().awaitSettled(Duration.ofSeconds(20))).isTrue();
            assertThat(message.attempts())
                    .extracting(attempt -> attempt.status().orElse(0))
                    .containsExactly(500, 500, 200);
        }
    }

    @Test
    void deliveriesEndAfterTheFifth() throws InterruptedException {
        try (MerchantServer server = always(204);
                DuitkuSimulator duitku = manual().callbackMode(CallbackMode.AUTOMATIC).start()) {
            CallbackMessage message = paid(duitku, Channel.OVO, server, false);

            assertThat(duitku.callbacks().awaitSettled(Duration.ofSeconds(20))).isTrue();
            assertThat(message.isDelivered()).isFalse();
            assertThat(server.received()).hasSize(5);
        }
    }

    @Test
    void redirectsAreNotFollowed() {
        try (MerchantServer server = always(302);
                DuitkuSimulator duitku = manual().start()) {
            CallbackMessage message = paid(duitku, Channel.OVO, server, false);

            assertThat(duitku.callbacks().deliver(message).accepted()).isFalse();
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void aMerchantThatCannotBeReachedIsAFailedAttempt() {
        MerchantServer gone = always(200);
        gone.close();
        try (DuitkuSimulator duitku = manual().start()) {
            CallbackMessage message = paid(duitku, Channel.OVO, gone, false);

            CallbackAttempt attempt = duitku.callbacks().deliver(message);
            assertThat(attempt.status()).isEmpty();
            assertThat(attempt.failure()).isEqualTo("ConnectException");
        }
    }

    @Test
    void aHeldCallbackWaitsForTheTest() {
        try (MerchantServer server = always(200);
                DuitkuSimulator duitku = manual().callbackMode(CallbackMode.AUTOMATIC).start()) {
            duitku.callbacks().holdNext();
            CallbackMessage message = paid(duitku, Channel.OVO, server, false);
            assertThat(message.isPending()).isFalse();
            assertThat(server.received()).isEmpty();

            clock.advance(Duration.ofHours(3));
            assertThat(duitku.callbacks().deliver(message).at())
                    .isEqualTo(START.plus(Duration.ofHours(3)));
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void aPaymentCanBeCalledBackBeforeItsInquiryIsAnswered() {
        try (MerchantServer server = always(200);
                DuitkuSimulator duitku = manual().callbackMode(CallbackMode.AUTOMATIC).start()) {
            duitku.callbacks().payBeforeNextInquiryAnswer();

            URI page = order(duitku, Channel.OVO, server, false);

            assertThat(page.getPath()).isEqualTo("/wallet/pay");
            assertThat(server.received()).hasSize(1);
            assertThat(duitku.ledger().chargedFor("12345")).isEqualTo(10_000);
        }
    }

    @Test
    void expiryIsCalledBackOnlyOnRequest() {
        try (MerchantServer server = always(200);
                DuitkuSimulator duitku = manual().callbackOnExpiry(true).start()) {
            URI page = order(duitku, Channel.OVO, server, false);
            clock.advance(Duration.ofMinutes(15));

            assertThat(page.getPath()).isEqualTo("/wallet/pay");
            assertThat(duitku.callbacks().messages())
                    .extracting(CallbackMessage::resultCode)
                    .containsExactly("01");
            assertThat(duitku.callbacks().messages()).hasSize(1);
        }
    }

    @Test
    void variationsDifferFromTheGenuineCallbackAsTheySay() {
        try (MerchantServer server = always(200);
                DuitkuSimulator duitku = manual().start()) {
            CallbackMessage genuine = paid(duitku, Channel.OVO, server, false);
            String right = "signature=4104f20a70c933113c66c004fe25a9f1";

            assertThat(sent(duitku, server, genuine, CallbackVariation.tamperedAmount(1)))
                    .contains("&amount=1&", right);
            assertThat(sent(duitku, server, genuine, CallbackVariation.changedResultCode("01")))
                    .contains("&resultCode=01&", right);
            assertThat(sent(duitku, server, genuine, CallbackVariation.reordered()))
                    .contains(" settlementDate=", right)
                    .endsWith("&merchantCode=D0001");
            assertThat(sent(duitku, server, genuine, CallbackVariation.upperCaseSignature()))
                    .contains("signature=4104F20A70C933113C66C004FE25A9F1");
            assertThat(sent(duitku, server, genuine, CallbackVariation.wrongOrderSignature()))
                    .contains("signature=" + md5("D00011234510000" + KEY));
            assertThat(sent(duitku, server, genuine, CallbackVariation.otherMerchant("D9")))
                    .contains("merchantCode=D9&", "signature=" + md5("D91000012345" + KEY));
            assertThat(sent(duitku, server, genuine, CallbackVariation.extraParameter("x", "a b")))
                    .contains(right)
                    .endsWith("&x=a+b");
            assertThat(sent(duitku, server, genuine, CallbackVariation.duplicateKey("amount", "1")))
                    .contains("&amount=10000&")
                    .endsWith("&amount=1");
            assertThat(sent(duitku, server, genuine, CallbackVariation.without("signature")))
                    .doesNotContain("signature");
        }
    }

    private static String sent(
            DuitkuSimulator duitku,
            MerchantServer server,
            CallbackMessage genuine,
            CallbackVariation variation) {
        assertThat(duitku.callbacks().deliver(genuine, variation).accepted()).isTrue();
        return server.received().get(server.received().size() - 1);
    }

    private static String md5(String text) {
        return MerchantClient.digest("MD5", text);
    }

    @Test
    void theNextCallbackCanBeAlteredInAllItsDeliveries() {
        try (MerchantServer server = always(500);
                DuitkuSimulator duitku = manual().start()) {
            duitku.callbacks().alterNext(CallbackVariation.tamperedAmount(77));
            CallbackMessage message = paid(duitku, Channel.OVO, server, false);

            assertThat(duitku.callbacks().deliverPending()).hasSize(1);
            assertThat(duitku.callbacks().deliverPending()).hasSize(1);
            assertThat(message.attempts()).hasSize(2);
            assertThat(server.received()).allMatch(body -> body.contains("&amount=77&"));
        }
    }

    @Test
    void anOutboxEntryShowsNoSignature() {
        try (MerchantServer server = always(200);
                DuitkuSimulator duitku = manual().start()) {
            assertThat(paid(duitku, Channel.OVO, server, false))
                    .hasToString("callback 00 for order 12345, 0 attempts, delivered false");
        }
    }
}
