package id.dompet.provider.duitku;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dompet.http.Body;
import id.dompet.http.HttpFailure;
import id.dompet.http.HttpResponse;
import id.dompet.model.Decline.Reason;
import id.dompet.model.DompetException;
import id.dompet.model.Money;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.UnknownCause;
import id.dompet.model.Wallet;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DuitkuStatusTest {
    private static final String PAID =
            "{\"merchantOrderId\":\"12341234\",\"reference\":\"D0XXXFKA8NKZQZNXAXCK\","
                    + "\"amount\":\"10000\",\"fee\":\"0.00\",\"statusCode\":\"00\","
                    + "\"statusMessage\":\"SUCCESS\"}";

    private final Given given = new Given();

    @ParameterizedTest
    @ValueSource(strings = {"\"10000\"", "10000", "10000.00", "\"10000.00\""})
    void paidCarriesTheAmountThatDuitkuSays(String amount) {
        assertThat(status(200, PAID.replace("\"10000\"", amount)))
                .isEqualTo(
                        new PaymentOutcome.Paid(
                                Optional.of("D0XXXFKA8NKZQZNXAXCK"), Money.idr(10_000), Calls.NOW));
    }

    @Test
    void anotherAmountIsReportedAsItIsForCoreToCompare() {
        assertThat(status(200, PAID.replace("\"10000\"", "\"10001\"")))
                .isEqualTo(
                        new PaymentOutcome.Paid(
                                Optional.of("D0XXXFKA8NKZQZNXAXCK"), Money.idr(10_001), Calls.NOW));
    }

    @Test
    void theOtherCodes() {
        assertThat(status(200, coded("01")))
                .isEqualTo(new PaymentOutcome.Processing(Optional.of("D0XXXFKA8NKZQZNXAXCK")));
        assertThat(status(200, coded("02")))
                .isInstanceOfSatisfying(
                        PaymentOutcome.Declined.class,
                        declined -> {
                            assertThat(declined.decline().reason()).isEqualTo(Reason.NOT_COMPLETED);
                            assertThat(declined.decline().providerCode()).isEqualTo("02");
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "01", "02"})
    void anAnswerAboutAnotherOrderIsUnknown(String code) {
        for (String other : new String[] {"1234123", "123412344", "12341235"}) {
            assertUnknown(
                    status(200, coded(code).replace("12341234", other)),
                    UnknownCause.REFERENCE_DIFFERS);
        }
    }

    @Test
    void undocumentedCodesAreUnknown() {
        for (String code : BadAnswers.UNDOCUMENTED) {
            assertUnknown(status(200, coded(code)), UnknownCause.UNRECOGNISED_CODE);
        }
        for (String code : new String[] {"03", "10", "-100"}) {
            assertUnknown(status(200, coded(code)), UnknownCause.UNRECOGNISED_CODE);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "404,Transaction not found",
        "404,transaction NOT FOUND.",
        "404,'Error: Transaction not found (12341234)'",
        "400,Transaction not found",
    })
    void anUnknownOrderIsNotFound(int status, String words) {
        assertThat(status(status, message(words))).isEqualTo(new PaymentOutcome.NotFound());
    }

    @ParameterizedTest
    @CsvSource({"404,<html>Transaction not found</html>", "404,''", "404,[]", "400,''"})
    void anotherServersNotFoundIsNotDuitkus(int status, String body) {
        assertUnknown(status(status, body), UnknownCause.UNREADABLE_ANSWER);
    }

    @ParameterizedTest
    @CsvSource({
        "404,No route was found",
        "400,Something new",
        "403,Forbidden",
        "409,Conflict",
    })
    void undocumentedErrorsAreUnknown(int status, String words) {
        assertUnknown(status(status, message(words)), UnknownCause.UNRECOGNISED_CODE);
    }

    @ParameterizedTest
    @CsvSource({"401,Wrong signature", "401,anything", "403,WRONG signature"})
    void aRefusedSignatureNamesBothSettings(int status, String words) {
        assertThatThrownBy(() -> status(status, message(words)))
                .isInstanceOf(DompetException.CredentialsRefused.class)
                .hasMessageContaining("api-key")
                .hasMessageContaining("signature-scheme");
    }

    @Test
    void anUnknownMerchantNamesTheSetting() {
        assertThatThrownBy(() -> status(404, message("Merchant not found")))
                .isInstanceOf(DompetException.CredentialsRefused.class)
                .hasMessageContaining("merchant-code");
    }

    @ParameterizedTest
    @CsvSource({"429,''", "429,{}", "403,{\"Message\":\"Too many requests\"}"})
    void whoAsksTooOftenIsToldSo(int status, String body) {
        assertThatThrownBy(() -> status(status, body))
                .isInstanceOfSatisfying(
                        DompetException.RateLimited.class,
                        e -> assertThat(e.retryAfter()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "3600,PT1H",
        "'Wed, 13 Jul 2022 11:17:56 GMT',PT2M-0.368S",
        "'Wed, 13 Jul 2022 11:00:00 GMT',",
        "soon,",
        "-5,",
        "99999999999999999999,",
    })
    void theWaitThatDuitkuAsksForIsPassedOn(String header, Duration wait) {
        HttpResponse response = new HttpResponse(429, Map.of("retry-after", header), Body.empty());
        assertThatThrownBy(
                        () ->
                                given.status()
                                        .status(
                                                Calls.answering(response),
                                                given.payment(Wallet.OVO)))
                .isInstanceOfSatisfying(
                        DompetException.RateLimited.class,
                        e -> assertThat(e.retryAfter()).isEqualTo(Optional.ofNullable(wait)));
    }

    @ParameterizedTest
    @MethodSource("id.dompet.provider.duitku.BadAnswers#unreadable")
    void unreadableAnswersAreUnknownAndNotAskedForAgain(HttpResponse response, UnknownCause cause) {
        assertUnknown(
                given.status().status(Calls.answering(response), given.payment(Wallet.OVO)),
                UnknownCause.UNREADABLE_ANSWER);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 408})
    void serverErrorsAreUnavailable(int status) {
        assertThatThrownBy(() -> status(status, PAID))
                .isInstanceOf(DompetException.Unavailable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"merchantOrderId", "amount", "statusCode"})
    void paidWithoutAFieldThatMattersIsUnknown(String field) {
        String without = PAID.replace("\"" + field + "\"", "\"x" + field + "\"");
        assertUnknown(status(200, without), UnknownCause.UNREADABLE_ANSWER);
    }

    @Test
    void paidWithoutDuitkusReferenceIsPaidAllTheSame() {
        assertThat(status(200, PAID.replace("\"reference\"", "\"xreference\"")).state())
                .isEqualTo(PaymentOutcome.State.PAID);
    }

    @Test
    void aFieldThatComesInTwoSpellingsHasNoReading() {
        assertUnknown(
                status(200, PAID.replace("{", "{\"STATUSCODE\":\"01\",")),
                UnknownCause.UNREADABLE_ANSWER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "null",
                "-10000",
                "\"Rp10.000\"",
                "1E400",
                "0.001",
                "{}",
                "\"10.000\""
            })
    void paidWithAnAmountThatCannotBeReadIsUnknown(String amount) {
        assertUnknown(
                status(200, PAID.replace("\"10000\"", amount)), UnknownCause.UNREADABLE_ANSWER);
    }

    @Test
    void failuresOfTheConnectionAreLeftToCore() {
        HttpFailure lost = new HttpFailure.NoAnswer("lost", null);
        assertThatThrownBy(
                        () ->
                                given.status()
                                        .status(Calls.throwing(lost), given.payment(Wallet.OVO)))
                .isSameAs(lost);
    }

    private PaymentOutcome status(int status, String body) {
        return given.status().status(Calls.answering(status, body), given.payment(Wallet.OVO));
    }

    private static String coded(String code) {
        return PAID.replace("\"00\"", "\"" + code + "\"");
    }

    private static String message(String words) {
        return "{\"Message\":\"" + words + "\"}";
    }

    private static void assertUnknown(PaymentOutcome outcome, UnknownCause cause) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        PaymentOutcome.Unknown.class,
                        unknown -> assertThat(unknown.cause()).isEqualTo(cause));
    }
}
