package id.dompet.provider.duitku;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dompet.http.HttpFailure;
import id.dompet.http.HttpResponse;
import id.dompet.model.BindAttempt;
import id.dompet.model.BindOutcome;
import id.dompet.model.Decline.Reason;
import id.dompet.model.DompetException;
import id.dompet.model.UnknownCause;
import id.dompet.model.Wallet;
import id.dompet.testkit.ports.FakeCall;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DuitkuConnectTest {
    private final Given given = new Given();

    @Test
    void sendsTheCustomerToTheWalletsPage() {
        BindAttempt attempt = Given.attempt(Wallet.SHOPEEPAY);
        BindOutcome outcome =
                given.bind()
                        .start(
                                Calls.answering(
                                        200,
                                        "{ \"webviewUrl\":\"https://mall.uat.shopee.co.id/s?tes=lse"
                                                + "&ticket=rKGsWrcXfOVj1LPx4Akoc3KxTdcpk9sv\","
                                                + "\"resultCode\": \"00\",\"resultMessage\":"
                                                + " \"SUCCESS\"}"),
                                attempt);
        assertThat(outcome)
                .isEqualTo(
                        new BindOutcome.AwaitingCustomer(
                                attempt,
                                URI.create(
                                        "https://mall.uat.shopee.co.id/s?tes=lse&ticket="
                                                + "rKGsWrcXfOVj1LPx4Akoc3KxTdcpk9sv")));
        assertThat(outcome.toString()).doesNotContain("ticket", "shopee.co.id");
    }

    @ParameterizedTest
    @CsvSource({"01,OTHER", "03,PHONE_NOT_ACCEPTED", "10,BINDING_INVALID"})
    void definiteRefusalsAreRefused(String code, Reason reason) {
        for (int status : new int[] {200, 400}) {
            assertThat(start(status, code))
                    .isInstanceOfSatisfying(
                            BindOutcome.Refused.class,
                            refused -> {
                                assertThat(refused.decline().reason()).isEqualTo(reason);
                                assertThat(refused.decline().providerCode()).isEqualTo(code);
                            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"05", "08", "09"})
    void aWrongRequestIsSaidToBeWrong(String code) {
        assertThatThrownBy(() -> start(200, code))
                .isInstanceOfSatisfying(
                        DompetException.InvalidRequest.class,
                        e -> assertThat(e.providerCode()).isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"04", "07"})
    void anInactiveChannelIsUnsupported(String code) {
        assertThatThrownBy(() -> start(200, code))
                .isInstanceOf(DompetException.Unsupported.class)
                .hasMessageContaining("activate the channel");
    }

    @Test
    void anUnknownMerchantNamesTheSetting() {
        assertThatThrownBy(() -> start(200, "06"))
                .isInstanceOf(DompetException.CredentialsRefused.class)
                .hasMessageContaining("merchant-code");
    }

    @ParameterizedTest
    @CsvSource({"401,''", "401,{}", "401,<html>", "403,{\"Message\":\"Wrong signature\"}"})
    void aRefusedSignatureNamesTheSetting(int status, String body) {
        assertThatThrownBy(
                        () ->
                                given.bind()
                                        .start(
                                                Calls.answering(status, body),
                                                Given.attempt(Wallet.OVO)))
                .isInstanceOf(DompetException.CredentialsRefused.class)
                .hasMessageContaining("api-key");
    }

    @Test
    void aProxyThatSaysForbiddenSaysNothingAboutTheKey() {
        assertThat(
                        given.bind()
                                .start(
                                        Calls.answering(403, "<html>Forbidden</html>"),
                                        Given.attempt(Wallet.OVO)))
                .isInstanceOf(BindOutcome.Unknown.class);
    }

    @Test
    void aWrongAddressNamesTheSetting() {
        assertThatThrownBy(() -> start(405, ""))
                .isInstanceOf(DompetException.InvalidRequest.class)
                .hasMessageContaining("account-link-base-url");
    }

    @ParameterizedTest
    @ValueSource(strings = {"02", "-100"})
    void codesThatLeaveSomethingOpenAreUnknown(String code) {
        assertThat(start(200, code))
                .isInstanceOfSatisfying(
                        BindOutcome.Unknown.class,
                        unknown ->
                                assertThat(unknown.cause()).isEqualTo(UnknownCause.SERVER_ERROR));
    }

    @Test
    void undocumentedCodesAreUnknown() {
        for (String code : BadAnswers.UNDOCUMENTED) {
            assertThat(start(200, code))
                    .isInstanceOfSatisfying(
                            BindOutcome.Unknown.class,
                            unknown ->
                                    assertThat(unknown.cause())
                                            .isEqualTo(UnknownCause.UNRECOGNISED_CODE));
        }
    }

    @Test
    void successWithAnErrorStatusIsUnknown() {
        assertThat(start(400, "00")).isInstanceOf(BindOutcome.Unknown.class);
        assertThat(start(201, "00")).isInstanceOf(BindOutcome.Unknown.class);
    }

    @ParameterizedTest
    @MethodSource("id.dompet.provider.duitku.BadAnswers#all")
    void badAnswersAreUnknown(HttpResponse response, UnknownCause cause) {
        assertThat(given.bind().start(Calls.answering(response), Given.attempt(Wallet.OVO)))
                .isInstanceOfSatisfying(
                        BindOutcome.Unknown.class,
                        unknown -> assertThat(unknown.cause()).isEqualTo(cause));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "\"\"",
                "\" \"",
                "7",
                "\"wallet.example/pin\"",
                "\"/pin\"",
                "\"http://wallet.example/pin\"",
                "\"javascript:alert(1)\"",
                "\"ovo://pin\"",
                "\"https://\"",
                "\"https://user:pass@wallet.example/\"",
                "\"https://wallet.example/ /\"",
                "[\"https://wallet.example/pin\"]",
            })
    void aPageThatCannotBeOpenedSafelyIsUnknown(String url) {
        assertThat(
                        given.bind()
                                .start(
                                        Calls.answering(
                                                200,
                                                "{\"resultCode\":\"00\",\"webviewUrl\":"
                                                        + url
                                                        + "}"),
                                        Given.attempt(Wallet.OVO)))
                .isInstanceOfSatisfying(
                        BindOutcome.Unknown.class,
                        unknown ->
                                assertThat(unknown.cause())
                                        .isEqualTo(UnknownCause.UNREADABLE_ANSWER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080/pin",
                "http://127.0.0.1:8080/pin",
                "http://[::1]:8080/pin",
                "HTTPS://wallet.example/pin",
            })
    void pagesOfThisMachineMayDoWithoutEncryption(String url) {
        assertThat(
                        given.bind()
                                .start(
                                        Calls.answering(
                                                200,
                                                "{\"RESULTCODE\":\"00\",\"webViewUrl\":\""
                                                        + url
                                                        + "\"}"),
                                        Given.attempt(Wallet.OVO)))
                .isInstanceOf(BindOutcome.AwaitingCustomer.class);
    }

    @Test
    void failuresOfTheConnectionAreLeftToCore() {
        for (HttpFailure failure :
                new HttpFailure[] {
                    new HttpFailure.NotSent("refused", null), new HttpFailure.NoAnswer("lost", null)
                }) {
            assertThatThrownBy(
                            () ->
                                    given.bind()
                                            .start(
                                                    Calls.throwing(failure),
                                                    Given.attempt(Wallet.OVO)))
                    .isSameAs(failure);
        }
    }

    @Test
    void aReturnUrlThatIsTooLongIsRefusedBeforeAnythingIsSent() {
        BindAttempt plain = Given.attempt(Wallet.OVO);
        URI url = URI.create("https://merchant.example/" + "a".repeat(231));
        BindAttempt attempt =
                new BindAttempt(
                        plain.reference(),
                        plain.provider(),
                        plain.wallet(),
                        plain.customer(),
                        plain.nonce(),
                        url,
                        plain.failureUrl(),
                        plain.startedAt(),
                        plain.until());
        FakeCall call = Calls.sendingNothing();
        assertThatThrownBy(() -> given.bind().start(call, attempt))
                .isInstanceOf(DompetException.InvalidRequest.class)
                .hasMessageContaining("256")
                .hasMessageContaining("255");
        assertThat(call.requests()).isEmpty();
    }

    @Test
    void otherWalletsAreUnsupported() {
        assertThatThrownBy(
                        () ->
                                given.bind()
                                        .start(Calls.sendingNothing(), Given.attempt(Wallet.DANA)))
                .isInstanceOf(DompetException.Unsupported.class);
    }

    private BindOutcome start(int status, String code) {
        return given.bind()
                .start(
                        Calls.answering(
                                status,
                                "{\"resultCode\":\""
                                        + code
                                        + "\",\"resultMessage\":\"words\",\"webviewUrl\":"
                                        + "\"https://wallet.example/pin\"}"),
                        Given.attempt(Wallet.OVO));
    }
}
