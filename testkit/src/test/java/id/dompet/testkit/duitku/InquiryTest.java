package id.dompet.testkit.duitku;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InquiryTest {

    private static final String PHONE = "081234567890";

    private final DuitkuSimulator duitku =
            DuitkuSimulator.builder().callbackMode(CallbackMode.MANUAL).start();
    private final MerchantClient merchant = new MerchantClient(duitku);
    private String code = "";

    @BeforeEach
    void link() {
        code = merchant.link(Channel.OVO, PHONE, "cust-1");
    }

    @AfterEach
    void stop() {
        duitku.close();
    }

    @Test
    void anAcceptedInquiryIsPendingAndNothingIsCharged() {
        MerchantClient.Reply reply = merchant.inquiry(Channel.OVO, code, "order-1", 150_000);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.field("statusCode")).isEqualTo("00");
        assertThat(reply.json().path("amount").isTextual()).isTrue();
        assertThat(reply.field("amount")).isEqualTo("150000");
        assertThat(reply.field("reference"))
                .startsWith(duitku.merchantCode())
                .hasSize(duitku.merchantCode().length() + 15);
        assertThat(duitku.transaction("order-1").orElseThrow().state())
                .isEqualTo(TransactionState.PENDING);
        assertThat(duitku.ledger().movements()).isEmpty();
    }

    @Test
    void amountsMayBeStringsAndNamesInAnyCase() {
        ObjectNode body = merchant.inquiryBody(Channel.OVO, code, "order-1", 10_000);
        body.put("paymentAmount", "10000");
        body.set("callbackurl", body.remove("callbackUrl"));
        body.set("merchantcode", body.remove("merchantCode"));

        assertThat(merchant.inquiry(body).field("statusCode")).isEqualTo("00");
    }

    @Test
    void theObjectOfTheOtherChannelIsIgnored() {
        ObjectNode body = merchant.inquiryBody(Channel.OVO, code, "order-1", 10_000);
        ((ObjectNode) body.path("accountLink"))
                .putObject("shopee")
                .put("useCoin", false)
                .put("promoId", "nonsense");

        assertThat(merchant.inquiry(body).field("statusCode")).isEqualTo("00");
    }

    @Test
    void theSameOrderAgainGetsTheSameReference() {
        MerchantClient.Reply first = merchant.inquiry(Channel.OVO, code, "order-1", 10_000);
        MerchantClient.Reply again = merchant.inquiry(Channel.OVO, code, "order-1", 10_000);

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(duitku.transactions()).hasSize(1);
    }

    @Test
    void theSameOrderWithAnotherAmountIsRefused() {
        MerchantClient.Reply first = merchant.inquiry(Channel.OVO, code, "order-1", 10_000);
        MerchantClient.Reply again = merchant.inquiry(Channel.OVO, code, "order-1", 20_000);

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.field("Message")).isEqualTo("Amount is different please try again later");
    }

    @Test
    void theSameOrderForAnotherCustomerIsRefused() {
        String other = merchant.link(Channel.OVO, "085711112222", "cust-2");
        MerchantClient.Reply first = merchant.inquiry(Channel.OVO, code, "order-1", 10_000);

        assertThat(first.status()).isEqualTo(200);
        assertThat(merchant.inquiry(Channel.OVO, other, "order-1", 10_000).status()).isEqualTo(409);
    }

    @Test
    void reuseOfAnOrderCanBeAConflict() {
        try (DuitkuSimulator strict =
                DuitkuSimulator.builder().orderIdReuse(OrderIdReuse.CONFLICT).start()) {
            MerchantClient other = new MerchantClient(strict);
            String linked = other.link(Channel.OVO, PHONE, "cust-1");

            assertThat(other.inquiry(Channel.OVO, linked, "order-1", 10_000).status())
                    .isEqualTo(200);
            MerchantClient.Reply again = other.inquiry(Channel.OVO, linked, "order-1", 10_000);
            assertThat(again.status()).isEqualTo(409);
            assertThat(again.field("Message")).isEqualTo("The transaction is still in progress");
        }
    }

    @Test
    void aWalletThatCannotPayIsRefusedAtOnce() {
        duitku.wallet(Channel.OVO, PHONE).balance(9_999);

        assertThat(merchant.inquiry(Channel.OVO, code, "order-1", 10_000).field("statusCode"))
                .isEqualTo("-100");
        assertThat(duitku.transactions()).isEmpty();
        assertThat(merchant.status("order-1").status()).isEqualTo(404);
    }

    @Test
    void anUnlinkedCodeCannotPay() {
        duitku.wallet(Channel.OVO, PHONE).unlinkInApp();

        assertThat(merchant.inquiry(Channel.OVO, code, "order-1", 10_000).field("statusCode"))
                .isEqualTo("10");
    }

    @Test
    void eitherSchemeIsTakenByDefaultAndOnlyOneInStrictMode() {
        ObjectNode hmac =
                merchant.signHmac(merchant.inquiryBody(Channel.OVO, code, "order-1", 10_000));
        assertThat(merchant.inquiry(hmac).status()).isEqualTo(200);

        assertThat(statuses(AcceptedSignatures.LEGACY_ONLY)).containsExactly(200, 401);
        assertThat(statuses(AcceptedSignatures.HMAC_ONLY)).containsExactly(401, 200);
    }

    private static int[] statuses(AcceptedSignatures accepted) {
        try (DuitkuSimulator strict =
                DuitkuSimulator.builder().acceptedSignatures(accepted).start()) {
            MerchantClient client = new MerchantClient(strict);
            String linked = client.link(Channel.OVO, PHONE, "cust-1");
            ObjectNode body = client.inquiryBody(Channel.OVO, linked, "order-1", 10_000);
            int legacy = client.inquiry(body).status();
            return new int[] {legacy, client.inquiry(client.signHmac(body)).status()};
        }
    }

    @Test
    void theCallbacksOrderInTheSignatureIsRefused() {
        ObjectNode body = merchant.inquiryBody(Channel.OVO, code, "order-1", 10_000);
        body.put(
                "signature",
                MerchantClient.digest(
                        "MD5", duitku.merchantCode() + "10000order-1" + duitku.apiKey()));

        MerchantClient.Reply reply = merchant.inquiry(body);
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.field("Message")).isEqualTo("Wrong signature");
    }

    @Test
    void pricesAreTotalsOfTheirLine() {
        ObjectNode body = merchant.inquiryBody(Channel.OVO, code, "order-1", 40_000);
        body.putArray("itemDetails")
                .add(MerchantClient.JSON.createObjectNode().put("price", 10_000).put("quantity", 1))
                .add(
                        MerchantClient.JSON
                                .createObjectNode()
                                .put("price", "30000")
                                .put("quantity", 3));

        assertThat(merchant.inquiry(body).field("statusCode")).isEqualTo("00");
    }

    @Test
    void ovoCashHasToMakeUpTheAmount() {
        ObjectNode body = merchant.inquiryBody(Channel.OVO, code, "order-1", 10_000);
        ((ObjectNode) body.at("/accountLink/ovo/paymentDetails/0")).put("amount", 9_000);
        assertThat(merchant.inquiry(body).field("statusCode")).isEqualTo("05");

        ((ObjectNode) body.at("/accountLink/ovo/paymentDetails/0"))
                .put("amount", 10_000)
                .put("paymentType", "POINT");
        assertThat(merchant.inquiry(body).field("statusCode")).isEqualTo("05");

        body.remove("accountLink");
        assertThat(merchant.inquiry(body).field("statusCode")).isEqualTo("05");
    }

    @Test
    void paymentMethodsListTheActiveChannels() {
        String when = "2026-11-20 15:00:00";
        String text = duitku.merchantCode() + "10000" + when;
        ObjectNode body =
                MerchantClient.JSON
                        .createObjectNode()
                        .put("merchantcode", duitku.merchantCode())
                        .put("amount", 10_000)
                        .put("datetime", when)
                        .put("signature", MerchantClient.digest("SHA-256", text + duitku.apiKey()));
        String path = "paymentmethod/getpaymentmethod";

        MerchantClient.Reply reply = merchant.webApi(path, body.toString(), "application/json");
        assertThat(reply.json().path("paymentFee").findValuesAsText("paymentMethod"))
                .containsExactly("OL", "SL");
        assertThat(reply.field("responseCode")).isEqualTo("00");

        body.put("signature", merchant.hmac(text));
        assertThat(merchant.webApi(path, body.toString(), "application/json").status())
                .isEqualTo(200);
        body.put("amount", 10_001);
        assertThat(merchant.webApi(path, body.toString(), "application/json").status())
                .isEqualTo(401);
    }
}
