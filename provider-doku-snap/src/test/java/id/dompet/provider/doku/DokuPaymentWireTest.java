package id.dompet.provider.doku;

import static id.dompet.provider.doku.Wire.PAID;
import static id.dompet.provider.doku.Wire.headers;
import static id.dompet.provider.doku.Wire.isSigned;
import static id.dompet.provider.doku.Wire.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.dompet.http.HttpRequest;
import id.dompet.model.LineItem;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.Points;
import id.dompet.model.Wallet;
import id.dompet.testkit.ports.FakeCall;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Payments, byte for byte where a document shows the bytes. */
final class DokuPaymentWireTest {

    @Test
    void aPaymentOfTodaysGenerationIsSentAsDocumented() {
        Given given = new Given();
        given.doku.then(200, PAID);
        FakeCall call = given.call().with(new DokuPaymentOptions(DokuPaymentOptions.FeeType.OUR));
        Payment payment =
                given.payment()
                        .withItems(
                                List.of(
                                        new LineItem("masker", 2, Money.idr(5_000)),
                                        new LineItem("aqua", 3, Money.idr(5_000))))
                        .withFailureUrl(URI.create("https://merchant.example/failed"));
        given.pay().pay(call, payment);
        isSigned(
                Sent.onlyOperation(call),
                "/direct-debit/core/v1/debit/payment-host-to-host",
                "merchant-token-1");
        assertThat(headers(Sent.onlyOperation(call))).doesNotContain("X-DEVICE-ID", "CHANNEL-ID");
        assertThat(Sent.onlyBody(call))
                .isEqualTo(
                        json(
                                """
                                {"partnerReferenceNo":"SIM_20230829_0001",
                                 "amount":{"value":"10000.00","currency":"IDR"},
                                 "feeType":"OUR",
                                 "payOptionDetails":[{"payMethod":"CASH",
                                   "transAmount":{"value":"10000.00","currency":"IDR"},
                                   "feeAmount":{"value":"0.00","currency":"IDR"}}],
                                 "additionalInfo":{"channel":"EMONEY_OVO_SNAP","paymentType":"SALE",
                                   "lineItems":[{"name":"masker","price":"2500.00","quantity":2},
                                     {"name":"aqua","price":"5000.00","quantity":1}],
                                   "successPaymentUrl":"https://merchant.example/paid",
                                   "failedPaymentUrl":"https://merchant.example/failed"}}"""));
    }

    @Test
    void aPaymentOfTheArchivedGenerationNamesNoChannelAndNoType() {
        Given given = new Given(Given.archived());
        given.doku.then(200, PAID);
        FakeCall call = given.call();
        given.pay().pay(call, given.payment());
        isSigned(
                Sent.onlyOperation(call),
                "/direct-debit/merchant/ovo/v1.0/payment-host-to-host",
                "merchant-token-1");
        JsonNode more = Sent.onlyBody(call).get("additionalInfo");
        assertThat(more.has("channel")).isFalse();
        assertThat(more.has("paymentType")).isFalse();
    }

    @Test
    void aSubscriptionIsRecurring() {
        Given given = new Given();
        given.doku.then(200, "{\"responseCode\":\"2005400\",\"referenceNo\":\"1234\"}");
        FakeCall call = given.call();
        given.pay().pay(call, given.payment().unattended());
        assertThat(Sent.onlyBody(call).at("/additionalInfo/paymentType").asText())
                .isEqualTo("RECURRING");
    }

    @Test
    void pointsAreAPartOfTheirOwn() {
        Given given = new Given();
        given.doku.then(200, PAID);
        FakeCall call = given.call();
        given.pay().pay(call, given.payment().withPoints(Points.exactly(Money.idr(2_500))));
        assertThat(Sent.onlyBody(call).get("payOptionDetails"))
                .isEqualTo(
                        json(
                                """
                                [{"payMethod":"CASH",
                                  "transAmount":{"value":"7500.00","currency":"IDR"},
                                  "feeAmount":{"value":"0.00","currency":"IDR"}},
                                 {"payMethod":"POINTS",
                                  "transAmount":{"value":"2500.00","currency":"IDR"},
                                  "feeAmount":{"value":"0.00","currency":"IDR"}}]"""));
    }

    @Test
    void alloGetsItsRemarksAndOneLineForTheWholeOrder() {
        Given given = new Given();
        given.doku.then(200, PAID);
        FakeCall call = given.call();
        given.pay()
                .pay(
                        call,
                        given.payment(
                                Given.ALLO, Given.LONG_REFERENCE, Given.CUSTOMER.on(Given.PHONE)));
        JsonNode body = Sent.onlyBody(call);
        assertThat(body.at("/payOptionDetails/0/payMethod").asText()).isEqualTo("BALANCE");
        assertThat(body.at("/additionalInfo/remarks").asText()).isEqualTo("Tas Trendy");
        assertThat(body.at("/additionalInfo/lineItems"))
                .isEqualTo(
                        json("[{\"name\":\"Tas Trendy\",\"price\":\"10000.00\",\"quantity\":1}]"));
    }

    @Test
    void danaIsPaidInItsApp() {
        Given given = new Given();
        given.doku.then(200, PAID);
        FakeCall call = given.call();
        given.pay().pay(call, Given.redirect(Wallet.DANA));
        HttpRequest request = Sent.onlyOperation(call);
        isSigned(request, "/direct-debit/core/v1/debit/payment-host-to-host", "merchant-token-1");
        assertThat(headers(request)).doesNotContain("Authorization-customer");
        assertThat(Sent.header(request, "X-DEVICE-ID")).isEqualTo("95221");
        assertThat(Sent.header(request, "X-IP-ADDRESS")).isEqualTo("203.0.113.7");
        assertThat(Sent.onlyBody(call))
                .isEqualTo(
                        json(
                                """
                                {"partnerReferenceNo":"INV-0008",
                                 "validUpTo":"2025-01-15T11:20:30+07:00",
                                 "pointOfInitiation":"app",
                                 "urlParam":[{"url":"https://merchant.example/paid",
                                   "type":"PAY_RETURN","isDeepLink":"N"}],
                                 "amount":{"value":"99000.00","currency":"IDR"},
                                 "additionalInfo":{"channel":"EMONEY_DANA_SNAP",
                                   "orderTitle":"Tas Trendy",
                                   "supportDeepLinkCheckoutUrl":true}}"""));
    }

    @Test
    void theArchivedShopeePayHasAPathOfItsOwn() {
        Given given = new Given(Given.archived());
        given.doku.then(200, PAID);
        FakeCall call = given.call();
        given.pay().pay(call, Given.redirect(Wallet.SHOPEEPAY));
        isSigned(
                Sent.onlyOperation(call),
                "/direct-debit/merchant/shopeepay/v1.0/debit/payment-host-to-host",
                "merchant-token-1");
    }
}
