package id.dompet.provider.duitku;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dompet.http.HttpFailure;
import id.dompet.http.HttpResponse;
import id.dompet.model.Decline.Reason;
import id.dompet.model.DompetException;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.ReturnHint;
import id.dompet.model.UnknownCause;
import id.dompet.model.Wallet;
import id.dompet.testkit.ports.FakeCall;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DuitkuPayTest {
    private static final String ACCEPTED =
            "{\"merchantCode\":\"D0001\",\"reference\":\"D00xxCGOB65LY0EN7XVL\","
                    + "\"paymentUrl\":\"https://webview.byte-stack.net/cellblockui/v2/paymentPin\","
                    + "\"amount\":\"10000\",\"statusCode\":\"00\",\"statusMessage\":\"SUCCESS\"}";

    private final Given given = new Given();

    @ParameterizedTest
    @CsvSource({"OVO,15", "SHOPEEPAY,30"})
    void anAcceptedPaymentAwaitsTheCustomerForTheWalletsTime(String wallet, int minutes) {
        assertThat(pay(new Wallet(wallet), 200, ACCEPTED))
                .isEqualTo(
                        new PaymentOutcome.AwaitingCustomer(
                                URI.create(
                                        "https://webview.byte-stack.net/cellblockui/v2/paymentPin"),
                                Optional.of(Calls.NOW.plus(Duration.ofMinutes(minutes))),
                                Optional.of("D00xxCGOB65LY0EN7XVL")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "null", "\" \""})
    void withoutAPageItIsBeingProcessed(String url) {
        String answer =
                ACCEPTED.replace(
                        "\"https://webview.byte-stack.net/cellblockui/v2/paymentPin\"", url);
        assertThat(pay(200, answer))
                .isEqualTo(new PaymentOutcome.Processing(Optional.of("D00xxCGOB65LY0EN7XVL")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"10000\"", "10000", "10000.00", "\"10000.00\"", "1E4"})
    void theAmountMayBeANumberOrText(String amount) {
        assertThat(pay(200, ACCEPTED.replace("\"10000\"", amount)).state())
                .isEqualTo(PaymentOutcome.State.AWAITING_CUSTOMER);
    }

    @Test
    void anAnswerAboutSomethingElseIsUnknown() {
        assertUnknown(
                pay(200, ACCEPTED.replace("\"10000\"", "\"10001\"")), UnknownCause.AMOUNT_DIFFERS);
        assertUnknown(pay(200, ACCEPTED.replace("\"10000\"", "1000")), UnknownCause.AMOUNT_DIFFERS);
        assertUnknown(pay(200, ACCEPTED.replace("D0001", "D0002")), UnknownCause.REFERENCE_DIFFERS);
        assertUnknown(
                pay(200, ACCEPTED.replace("\"10000\"", "\"ten thousand\"")),
                UnknownCause.UNREADABLE_ANSWER);
        assertUnknown(
                pay(200, ACCEPTED.replace("https://webview", "http://webview")),
                UnknownCause.UNREADABLE_ANSWER);
    }

    @ParameterizedTest
    @CsvSource({
        "01,OTHER",
        "03,PHONE_NOT_ACCEPTED",
        "04,OTHER",
        "05,OTHER",
        "06,OTHER",
        "07,OTHER",
        "08,OTHER",
        "09,OTHER",
        "10,BINDING_INVALID",
    })
    void documentedRefusalsAreDeclined(String code, Reason reason) {
        for (int status : new int[] {200, 400}) {
            assertDeclined(pay(status, coded(code)), reason, code);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"02", "-100"})
    void codesThatAlsoMeanAnyOtherErrorAreUnknown(String code) {
        assertUnknown(pay(200, coded(code)), UnknownCause.SERVER_ERROR);
        assertUnknown(pay(400, coded(code)), UnknownCause.SERVER_ERROR);
    }

    @Test
    void undocumentedCodesAreUnknown() {
        for (String code : BadAnswers.UNDOCUMENTED) {
            assertUnknown(pay(200, coded(code)), UnknownCause.UNRECOGNISED_CODE);
        }
    }

    @Test
    void successWithAnErrorStatusIsUnknown() {
        assertUnknown(pay(400, ACCEPTED), UnknownCause.UNRECOGNISED_CODE);
        assertUnknown(pay(201, ACCEPTED), UnknownCause.UNRECOGNISED_CODE);
        assertUnknown(pay(404, ACCEPTED), UnknownCause.UNRECOGNISED_CODE);
    }

    @ParameterizedTest
    @CsvSource({
        "400,Minimum Payment 10000 IDR,AMOUNT_NOT_ALLOWED",
        "400,Maximum Payment exceeded,AMOUNT_NOT_ALLOWED",
        "400,paymentMethod is mandatory,OTHER",
        "400,merchantOrderId is mandatory,OTHER",
        "400,length of merchantOrderId can't > 50,OTHER",
        "400,Invalid Email Address,OTHER",
        "400,length of email can't > 50,OTHER",
        "400,length of phoneNumber can't > 50,OTHER",
        "400,Customer VA Name must not be empty for this payment channel,OTHER",
        "404,Merchant not found,OTHER",
        "404,payment channel NOT available,OTHER",
        "409,Payment amount must be equal to all item price,OTHER",
    })
    void documentedMessagesAreDeclined(int status, String words, Reason reason) {
        assertDeclined(pay(status, message(words)), reason, Integer.toString(status));
    }

    @Test
    void aReferenceThatExistsAlreadyIsUnknownBecauseItMayBePaid() {
        assertUnknown(
                pay(409, message("The transaction is still in progress")),
                UnknownCause.UNRECOGNISED_CODE);
        assertUnknown(
                pay(400, message("Amount is different please try again later")),
                UnknownCause.AMOUNT_DIFFERS);
    }

    @ParameterizedTest
    @CsvSource({
        "400,Something new",
        "400,Merchant not found",
        "402,Minimum Payment 10000 IDR",
        "403,Forbidden",
        "404,Transaction not found",
        "404,Not Found",
        "405,Method not allowed",
        "409,Conflict",
        "418,Wrong signature",
    })
    void otherErrorsAreUnknown(int status, String words) {
        assertUnknown(pay(status, message(words)), UnknownCause.UNRECOGNISED_CODE);
    }

    @ParameterizedTest
    @CsvSource({"400,''", "403,<html>Forbidden</html>", "404,<html>", "409,[]"})
    void errorsThatCannotBeReadAreUnknown(int status, String body) {
        assertUnknown(pay(status, body), UnknownCause.UNREADABLE_ANSWER);
    }

    @ParameterizedTest
    @CsvSource({
        "401,{\"Message\":\"Wrong signature\"}",
        "401,''",
        "403,{\"Message\":\"wrong SIGNATURE\"}",
        "403,{\"message\":\"Wrong Signature\"}",
    })
    void aRefusedSignatureNamesBothSettings(int status, String body) {
        assertThatThrownBy(() -> pay(status, body))
                .isInstanceOf(DompetException.CredentialsRefused.class)
                .hasMessageContaining("api-key")
                .hasMessageContaining("signature-scheme");
    }

    @ParameterizedTest
    @MethodSource("id.dompet.provider.duitku.BadAnswers#all")
    void badAnswersAreUnknown(HttpResponse response, UnknownCause cause) {
        assertUnknown(given.pay().pay(Calls.answering(response), given.payment(Wallet.OVO)), cause);
    }

    @Test
    void failuresOfTheConnectionAreLeftToCore() {
        HttpFailure lost = new HttpFailure.NoAnswer("lost", null);
        FakeCall call = Calls.throwing(lost);
        assertThatThrownBy(() -> given.pay().pay(call, given.payment(Wallet.OVO))).isSameAs(lost);
        assertThat(call.requests()).hasSize(1);
    }

    @Test
    void aMissingCredentialIsSaidBeforeAnythingIsSent() {
        Payment payment = given.payment(Wallet.OVO);
        given.credentials.forget("binding-1");
        FakeCall call = Calls.sendingNothing();
        assertThatThrownBy(() -> given.pay().pay(call, payment))
                .isInstanceOf(DompetException.BindingUnusable.class);
        assertThat(call.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"00,SUCCESS", "01,PENDING", "02,FAILED", "99,NOTHING", "'',NOTHING"})
    void theRedirectIsForDisplay(String code, ReturnHint.Appearance appearance) {
        ReturnHint hint =
                given.pay()
                        .returned(
                                given.payment(Wallet.OVO),
                                Map.of(
                                        "merchantOrderId", "12341234",
                                        "resultCode", code,
                                        "reference", "REF"));
        assertThat(hint.appearance()).isEqualTo(appearance);
        assertThat(hint.providerReference().isPresent())
                .isEqualTo(appearance != ReturnHint.Appearance.NOTHING);
    }

    @Test
    void aRedirectAboutAnotherPaymentShowsNothing() {
        Payment payment = given.payment(Wallet.OVO);
        assertThat(
                        given.pay()
                                .returned(
                                        payment,
                                        Map.of("merchantOrderId", "1", "resultCode", "00")))
                .isEqualTo(ReturnHint.nothing());
        assertThat(given.pay().returned(payment, Map.of("resultCode", "00")))
                .isEqualTo(ReturnHint.nothing());
        assertThat(given.pay().returned(payment, Map.of())).isEqualTo(ReturnHint.nothing());
    }

    private PaymentOutcome pay(int status, String body) {
        return pay(Wallet.OVO, status, body);
    }

    private PaymentOutcome pay(Wallet wallet, int status, String body) {
        return given.pay().pay(Calls.answering(status, body), given.payment(wallet));
    }

    private static String coded(String code) {
        return ACCEPTED.replace("\"00\"", "\"" + code + "\"");
    }

    private static String message(String words) {
        return "{\"Message\":\"" + words + "\"}";
    }

    private static void assertDeclined(PaymentOutcome outcome, Reason reason, String code) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        PaymentOutcome.Declined.class,
                        declined -> {
                            assertThat(declined.decline().reason()).isEqualTo(reason);
                            assertThat(declined.decline().providerCode()).isEqualTo(code);
                        });
    }

    private static void assertUnknown(PaymentOutcome outcome, UnknownCause cause) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        PaymentOutcome.Unknown.class,
                        unknown -> assertThat(unknown.cause()).isEqualTo(cause));
    }
}
