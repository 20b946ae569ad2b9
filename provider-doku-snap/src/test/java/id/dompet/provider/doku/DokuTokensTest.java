package id.dompet.provider.doku;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dompet.http.HttpFailure;
import id.dompet.http.HttpRequest;
import id.dompet.model.Binding;
import id.dompet.model.Decline.Reason;
import id.dompet.model.DompetException.BindingUnusable;
import id.dompet.model.DompetException.CredentialsRefused;
import id.dompet.model.DompetException.RateLimited;
import id.dompet.model.DompetException.Unavailable;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.Secret;
import id.dompet.model.Wallet;
import id.dompet.spi.CredentialStore.Credential;
import id.dompet.testkit.ports.FakeCall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DokuTokensTest {
    private static final String PAID = "{\"responseCode\":\"2005400\",\"referenceNo\":\"1\"}";
    private static final String BALANCE =
            "{\"responseCode\":\"2001100\",\"accountInfos\":[{\"balanceType\":\"CASH\","
                    + "\"amount\":{\"currency\":\"IDR\",\"value\":\"1.00\"}}]}";

    private final Given given = new Given();

    private Credential merchantToken() {
        return given.credentials.stored().entrySet().stream()
                .filter(e -> e.getKey().startsWith("b2b-"))
                .map(java.util.Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"'900',900", "'\"900\"',900", "'300',300", "'\"soon\"',900", "'null',900"})
    void aTokenLivesAsLongAsItsAnswerSays(String expiresIn, int seconds) {
        given.doku.merchantToken(
                200,
                "{\"responseCode\":\"2007300\",\"accessToken\":\"t\",\"expiresIn\":"
                        + expiresIn
                        + ",\"additionalInfo\":{}}");
        given.doku.then(200, PAID);
        given.pay().pay(given.call(), given.payment());
        assertThat(merchantToken().expiresAt())
                .contains(FakeDoku.NOW.plus(Duration.ofSeconds(seconds)));
        assertThat(merchantToken().owner()).isEmpty();
    }

    @Test
    void tokensAreKeptAndRenewedWhenTheirTimeIsOver() {
        given.doku.then(200, BALANCE).then(200, BALANCE).then(200, BALANCE);
        Binding binding = given.linked(Wallet.OVO);
        given.balance().balance(given.call(), binding);
        given.balance().balance(given.call(), binding);
        assertThat(given.doku.tokenRequests).hasSize(2);
        given.doku.time.pass(Duration.ofMinutes(16));
        given.balance().balance(given.call(), binding);
        assertThat(given.doku.tokenRequests).hasSize(4);
        assertThat(given.doku.tokenRequests.get(3).body().text())
                .isEqualTo(
                        "{\"grantType\":\"refresh_token\","
                                + "\"refreshToken\":\"refresh-customer-token-2\"}");
    }

    @Test
    void aRefusedRefreshTokenIsFollowedByTheAuthCode() {
        Binding binding = given.linked(Wallet.OVO);
        given.doku.then(200, BALANCE).then(200, BALANCE);
        given.balance().balance(given.call(), binding);
        given.doku.time.pass(Duration.ofMinutes(16));
        given.doku.customerToken(401, "{\"responseCode\":\"4017400\",\"responseMessage\":\"x\"}");
        given.balance().balance(given.call(), binding);
        assertThat(given.doku.tokenRequests.get(4).body().text()).contains("authorization_code");
    }

    @Test
    void aRefusedMerchantTokenIsRenewedAndTheChargeIsSentOnceMore() {
        given.doku.then(401, "{\"responseCode\":\"4015401\"}").then(200, PAID);
        FakeCall call = given.call();
        PaymentOutcome outcome = given.pay().pay(call, given.payment());
        assertThat(outcome.state()).isEqualTo(PaymentOutcome.State.PROCESSING);
        List<HttpRequest> sent = Sent.operations(call);
        assertThat(sent).hasSize(2);
        assertThat(Sent.header(sent.get(0), "Authorization")).isEqualTo("Bearer merchant-token-1");
        assertThat(Sent.header(sent.get(1), "Authorization")).isEqualTo("Bearer merchant-token-3");
        assertThat(Sent.header(sent.get(1), "X-EXTERNAL-ID"))
                .isNotEqualTo(Sent.header(sent.get(0), "X-EXTERNAL-ID"));
        assertThat(Sent.header(sent.get(1), "X-SIGNATURE"))
                .isNotEqualTo(Sent.header(sent.get(0), "X-SIGNATURE"));
        assertThat(sent.get(1).body()).isEqualTo(sent.get(0).body());
    }

    @Test
    void theRepeatHasATimeOfItsOwn() {
        given.doku.answers.add(
                () -> {
                    given.doku.time.pass(Duration.ofSeconds(7));
                    return id.dompet.http.HttpResponse.of(
                            401, "application/json", "{\"responseCode\":\"4015401\"}");
                });
        given.doku.then(200, PAID);
        FakeCall call = given.call();
        given.pay().pay(call, given.payment());
        assertThat(Sent.header(Sent.operations(call).get(1), "X-TIMESTAMP"))
                .isEqualTo("2025-01-15T03:20:37Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4015401", "4015403"})
    void aChargeIsRepeatedOnceAndNoMore(String code) {
        given.doku
                .then(401, "{\"responseCode\":\"" + code + "\"}")
                .then(401, "{\"responseCode\":\"" + code + "\"}");
        FakeCall call = given.call();
        assertThatThrownBy(() -> given.pay().pay(call, given.payment()))
                .isInstanceOf(CredentialsRefused.class);
        assertThat(Sent.operations(call)).hasSize(2);
    }

    @Test
    void aRefusedCustomerTokenIsRenewedOnce() {
        given.doku.then(401, "{\"responseCode\":\"4015402\"}").then(200, PAID);
        FakeCall call = given.call();
        assertThat(given.pay().pay(call, given.payment()).state())
                .isEqualTo(PaymentOutcome.State.PROCESSING);
        assertThat(Sent.header(Sent.operations(call).get(1), "Authorization-customer"))
                .isEqualTo("Bearer customer-token-3");
        assertThat(Sent.header(Sent.operations(call).get(1), "Authorization"))
                .isEqualTo("Bearer merchant-token-1");
    }

    @Test
    void aCustomerTokenThatIsRefusedTwiceEndsTheLink() {
        given.doku
                .then(401, "{\"responseCode\":\"4011102\"}")
                .then(401, "{\"responseCode\":\"4011102\"}");
        FakeCall call = given.call();
        assertThatThrownBy(() -> given.balance().balance(call, given.linked(Wallet.OVO)))
                .isInstanceOf(BindingUnusable.class);
        assertThat(Sent.operations(call)).hasSize(2);
    }

    @Test
    void oneOfEachKindMayBeRenewedInOneCall() {
        given.doku
                .then(401, "{\"responseCode\":\"4015401\"}")
                .then(401, "{\"responseCode\":\"4015402\"}")
                .then(200, PAID);
        FakeCall call = given.call();
        given.pay().pay(call, given.payment());
        assertThat(Sent.operations(call)).hasSize(3);
    }

    @Test
    void aCustomerWhoUnlinkedInTheWalletCannotBeCharged() {
        Binding binding = given.linked(Wallet.OVO);
        for (int i = 0; i < 2; i++) {
            given.doku.customerToken(
                    401, "{\"responseCode\":\"4017400\",\"responseMessage\":\"Unauthorized.\"}");
        }
        FakeCall call = given.call();
        assertThat(given.pay().pay(call, given.payment()))
                .isInstanceOfSatisfying(
                        PaymentOutcome.Declined.class,
                        declined -> {
                            assertThat(declined.decline().reason())
                                    .isEqualTo(Reason.BINDING_INVALID);
                            assertThat(declined.decline().providerCode()).isEqualTo("4017400");
                        });
        assertThat(Sent.operations(call)).isEmpty();
        assertThatThrownBy(() -> given.balance().balance(given.call(), binding))
                .isInstanceOf(BindingUnusable.class);
    }

    @Test
    void aBadSignatureIsNotTakenForAnUnlinkedCustomer() {
        given.doku.customerToken(
                401,
                "{\"responseCode\":\"4017400\","
                        + "\"responseMessage\":\"Unauthorized. Invalid Signature\"}");
        assertThatThrownBy(() -> given.pay().pay(given.call(), given.payment()))
                .isInstanceOf(CredentialsRefused.class)
                .hasMessageContaining("private-key");
    }

    @Test
    void wrongKeysAreNamed() {
        given.doku.merchantToken(
                401,
                "{\"responseCode\":\"4017300\","
                        + "\"responseMessage\":\"Unauthorized. Invalid Signature\"}");
        assertThatThrownBy(() -> given.pay().pay(given.call(), given.payment()))
                .isInstanceOf(CredentialsRefused.class)
                .hasMessageContaining("client-id")
                .hasMessageContaining("private-key");
    }

    @Test
    void withoutATokenNothingIsSent() {
        given.doku.merchantToken(500, "{\"responseCode\":\"5007300\"}");
        given.doku.merchantToken(429, "{\"responseCode\":\"4297300\"}");
        given.doku.merchantToken(200, "{\"responseCode\":\"2007300\"}");
        given.doku.merchantToken(200, "<html>");
        given.doku.merchantTokenAnswers.add(
                () -> {
                    throw new HttpFailure.NoAnswer("reset", null);
                });
        FakeCall call = given.call();
        Payment payment = given.payment();
        assertThatThrownBy(() -> given.pay().pay(call, payment)).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> given.pay().pay(call, payment)).isInstanceOf(RateLimited.class);
        assertThatThrownBy(() -> given.pay().pay(call, payment)).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> given.pay().pay(call, payment)).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> given.pay().pay(call, payment))
                .isInstanceOf(HttpFailure.NoAnswer.class);
        assertThat(Sent.operations(call)).isEmpty();
    }

    @Test
    void theAbsoluteEndOfACustomersTokenIsHonoured() {
        Instant end = Instant.parse("2025-01-15T04:00:00Z");
        given.doku.customerTokenAnswers.add(() -> FakeDoku.customerTokenAnswer("ct", end));
        given.doku.then(200, PAID);
        given.pay().pay(given.call(), given.payment());
        Credential token = given.credentials.find("b2b2c-binding-1").orElseThrow();
        assertThat(token.expiresAt()).contains(end);
        assertThat(token.owner()).contains("TEST-123");
        assertThat(token.refresh()).contains(Secret.of("refresh-ct"));
    }
}
