package id.dompet.provider.doku;

import static id.dompet.provider.doku.Wire.PAID;
import static id.dompet.provider.doku.Wire.headers;
import static id.dompet.provider.doku.Wire.isSigned;
import static id.dompet.provider.doku.Wire.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.dompet.http.HttpRequest;
import id.dompet.http.HttpRequest.Effect;
import id.dompet.model.Binding;
import id.dompet.model.Secret;
import id.dompet.model.Wallet;
import id.dompet.testkit.ports.FakeCall;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every request, byte for byte where a document shows the bytes. */
final class DokuWireTest {
    @Test
    void theMerchantsTokenIsAskedForAsDocumented() {
        Given given = new Given();
        given.doku.then(404, "{\"responseCode\":\"4045501\",\"responseMessage\":\"x\"}");
        given.status().status(given.call(), given.payment());
        HttpRequest request = given.doku.tokenRequests.get(0);
        assertThat(request.uri().toString())
                .isEqualTo("https://api-sandbox.doku.com/authorization/v1/access-token/b2b");
        assertThat(request.body().text()).isEqualTo("{\"grantType\":\"client_credentials\"}");
        assertThat(request.effect()).isEqualTo(Effect.NONE);
        assertThat(headers(request))
                .containsExactly(
                        "Accept", "Content-Type", "X-CLIENT-KEY", "X-SIGNATURE", "X-TIMESTAMP");
        assertThat(
                        Keys.doku()
                                .isDokus(
                                        Given.CLIENT_ID,
                                        "2025-01-15T03:20:30Z",
                                        Sent.header(request, "X-SIGNATURE")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "core-v1,OVO,/direct-debit/core/v1/registration-account-binding",
        "core-v1,CIMB,/direct-debit/core/v1/registration-account-binding",
        "ovo-v1.0,OVO,/direct-debit/merchant/ovo/v1.0/registration-account-binding",
    })
    void aBindingIsBegunAsDocumented(String api, String wallet, String path) {
        Given given = new Given(Given.sandbox().with("api", api));
        given.doku.then(200, Given.bindAnswer(Given.AUTH_CODE));
        FakeCall call = given.call();
        given.bind().start(call, Given.attempt(new Wallet(wallet)));
        HttpRequest request = Sent.onlyOperation(call);
        isSigned(request, path, "merchant-token-1");
        assertThat(request.effect()).isEqualTo(Effect.CHANGES_STATE);
        assertThat(headers(request)).doesNotContain("Authorization-customer");
        String channel =
                api.equals("core-v1")
                        ? "\"channel\":\"" + DokuChannel.valueOf(wallet).code() + "\","
                        : "";
        assertThat(request.body().text())
                .isEqualTo(
                        "{\"phoneNo\":\"6285795786876\",\"additionalInfo\":{"
                                + channel
                                + "\"custIdMerchant\":\"TEST-123\",\"customerName\":\"John Doe\","
                                + "\"email\":\"john.doe@doku.com\","
                                + "\"successRegistrationUrl\":\"https://merchant.example/link/ok\","
                                + "\"failedRegistrationUrl\":"
                                + "\"https://merchant.example/link/failed\"}}");
    }

    @Test
    void theArchivedGenerationNamesADeviceWithoutSymbolsOnEveryCall() {
        Given given = new Given(Given.archived());
        given.doku.then(200, Given.bindAnswer(Given.AUTH_CODE));
        FakeCall call = given.call();
        given.bind()
                .start(
                        call,
                        Given.attempt(
                                Wallet.OVO,
                                "bind-1",
                                Given.CUSTOMER.on(
                                        new id.dompet.model.Customer.Device(
                                                "a1-b2_c3", "203.0.113.7", "web", "m", "ios"))));
        assertThat(Sent.header(Sent.onlyOperation(call), "X-DEVICE-ID")).isEqualTo("a1b2c3");
        assertThat(Sent.header(Sent.onlyOperation(call), "X-IP-ADDRESS")).isEqualTo("203.0.113.7");
        given.doku.then(200, "{\"responseCode\":\"2000900\"}");
        FakeCall unbind = given.call();
        given.unbind().unbind(unbind, given.linked(Wallet.OVO));
        assertThat(Sent.header(Sent.onlyOperation(unbind), "X-DEVICE-ID")).isEqualTo("dompet");
    }

    @Test
    void alloBindsWithTheCustomersDevice() {
        Given given = new Given();
        given.doku.then(200, Given.bindAnswer(Given.AUTH_CODE));
        FakeCall call = given.call();
        given.bind()
                .start(call, Given.attempt(Given.ALLO, "bind-1", Given.CUSTOMER.on(Given.PHONE)));
        JsonNode more = Sent.onlyBody(call).get("additionalInfo");
        assertThat(more.get("deviceModel").asText()).isEqualTo("Pixel 9");
        assertThat(more.get("osType").asText()).isEqualTo("android");
        assertThat(more.get("channelId").asText()).isEqualTo("app");
        assertThat(Sent.header(Sent.onlyOperation(call), "X-DEVICE-ID")).isEqualTo("95221");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "core-v1|/direct-debit/core/v1/balance-inquiry|{\"additionalInfo\":{\"channel\":\"EMONEY_OVO_SNAP\"}}",
                "ovo-v1.0|/direct-debit/merchant/ovo/v1.0/balance-inquiry|{}"
            })
    void aBalanceIsAskedForWithBothTokens(String api, String path, String body) {
        Given given = new Given(Given.sandbox().with("api", api));
        given.doku.then(
                200,
                "{\"responseCode\":\"2001100\",\"accountInfos\":[{\"balanceType\":\"CASH\","
                        + "\"amount\":{\"currency\":\"IDR\",\"value\":\"2000000.00\"}}]}");
        FakeCall call = given.call();
        given.balance().balance(call, given.linked(Wallet.OVO));
        HttpRequest request = Sent.onlyOperation(call);
        isSigned(request, path, "merchant-token-1");
        assertThat(request.effect()).isEqualTo(Effect.NONE);
        assertThat(request.body().text()).isEqualTo(body);
        assertThat(Sent.header(request, "Authorization-customer"))
                .isEqualTo("Bearer customer-token-2");
        assertThat(given.doku.tokenRequests.get(1).uri().getPath())
                .isEqualTo("/authorization/v1/access-token/b2b2c");
        assertThat(given.doku.tokenRequests.get(1).body().text())
                .isEqualTo(
                        "{\"grantType\":\"authorization_code\",\"authCode\":\"1234123412341234\"}");
    }

    @ParameterizedTest
    @CsvSource({"54", "55"})
    void aStatusIsAskedForWithTheMerchantsTokenAlone(String serviceCode) {
        Given given = new Given(Given.sandbox().with("status-service-code", serviceCode));
        given.doku.then(404, "{\"responseCode\":\"4045501\"}");
        FakeCall call = given.call();
        given.status().status(call, given.payment());
        isSigned(Sent.onlyOperation(call), "/orders/v1.0/debit/status", "merchant-token-1");
        assertThat(headers(Sent.onlyOperation(call))).doesNotContain("Authorization-customer");
        assertThat(Sent.onlyOperation(call).effect()).isEqualTo(Effect.NONE);
        assertThat(Sent.onlyBody(call))
                .isEqualTo(
                        json(
                                ("{\"originalPartnerReferenceNo\":\"SIM_20230829_0001\","
                                                + "\"serviceCode\":\"%s\",\"amount\":{"
                                                + "\"value\":\"10000.00\",\"currency\":\"IDR\"},"
                                                + "\"additionalInfo\":{"
                                                + "\"channel\":\"EMONEY_OVO_SNAP\"}}")
                                        .formatted(serviceCode)));
    }

    @Test
    void aRefundIsSentAsDocumented() {
        Given given = new Given();
        given.doku.then(202, "{\"responseCode\":\"2025800\"}");
        FakeCall call = given.call();
        given.refunds().refund(call, given.refund());
        isSigned(
                Sent.onlyOperation(call), "/direct-debit/core/v1/debit/refund", "merchant-token-1");
        assertThat(headers(Sent.onlyOperation(call))).contains("Authorization-customer");
        assertThat(Sent.onlyBody(call))
                .isEqualTo(
                        json(
                                """
                                {"originalPartnerReferenceNo":"SIM_20230829_0001",
                                 "refundAmount":{"value":"10000.00","currency":"IDR"},
                                 "reason":"Customer complain","partnerRefundNo":"RF-0001",
                                 "additionalInfo":{"channel":"EMONEY_OVO_SNAP"}}"""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "core-v1|/direct-debit/core/v1/registration-account-unbinding|{\"tokenId\":\"customer-token-2\",\"additionalInfo\":{\"channel\":\"EMONEY_OVO_SNAP\"}}",
                "ovo-v1.0|/direct-debit/ovo/v1.0/registration-account-unbinding|{\"tokenId\":\"customer-token-2\"}"
            })
    void aLinkIsEndedWithTheCustomersTokenInTheBody(String api, String path, String body) {
        Given given = new Given(Given.sandbox().with("api", api));
        given.doku.then(200, "{\"responseCode\":\"2000900\",\"responseMessage\":\"Successful\"}");
        FakeCall call = given.call();
        Binding binding = given.linked(Wallet.OVO);
        given.unbind().unbind(call, binding);
        isSigned(Sent.onlyOperation(call), path, "merchant-token-1");
        assertThat(Sent.onlyOperation(call).body().text()).isEqualTo(body);
        assertThat(headers(Sent.onlyOperation(call))).doesNotContain("Authorization-customer");
    }

    @Test
    void headersThatAccountsDifferInAreSettings() {
        Given given =
                new Given(
                        Given.sandbox()
                                .with("channel-id", "DH")
                                .with("channel-id-header", "X-CHANNEL-ID")
                                .with("customer-token-form", "bare")
                                .with("base-url", "https://proxy.example/doku/"));
        given.doku.then(200, PAID);
        FakeCall call = given.call();
        given.pay().pay(call, given.payment());
        HttpRequest request = Sent.onlyOperation(call);
        assertThat(Sent.header(request, "X-CHANNEL-ID")).isEqualTo("DH");
        assertThat(Sent.header(request, "Authorization-customer")).isEqualTo("customer-token-2");
        assertThat(request.uri().toString())
                .isEqualTo(
                        "https://proxy.example/doku/direct-debit/core/v1/debit/payment-host-to-host");
        // The proxy's prefix is not part of what DOKU sees.
        assertThat(Sent.header(request, "X-SIGNATURE"))
                .isEqualTo(
                        new SymmetricSigner(Secret.of(Given.CLIENT_SECRET))
                                .sign(
                                        "POST",
                                        "/direct-debit/core/v1/debit/payment-host-to-host",
                                        "merchant-token-1".getBytes(StandardCharsets.UTF_8),
                                        request.body(),
                                        "2025-01-15T03:20:30Z"));
    }
}
