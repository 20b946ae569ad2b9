package id.dompet.provider.doku;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dompet.model.Decline.Reason;
import id.dompet.model.DompetException.CredentialsRefused;
import id.dompet.model.DompetException.InvalidRequest;
import id.dompet.model.DompetException.RateLimited;
import id.dompet.model.DompetException.Unavailable;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.RefundOutcome;
import id.dompet.model.UnknownCause;
import id.dompet.model.Wallet;
import id.dompet.testkit.ports.FakeSettings;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DokuStatusTest {
    private final Given given = new Given();

    private PaymentOutcome status(int http, String body) {
        given.doku.then(http, body);
        return given.status().status(given.call(), given.payment());
    }

    private RefundOutcome refundStatus(String more) {
        given.doku.then(200, answer("00", more));
        return given.refunds().refundStatus(given.call(), given.refund());
    }

    private static String answer(String status, String more) {
        return """
        {"responseCode":"2005500","responseMessage":"Successful",
         "originalPartnerReferenceNo":"SIM_20230829_0001","originalReferenceNo":"R1",
         "serviceCode":"55","latestTransactionStatus":"%s","transactionStatusDesc":"SUCCESS",
         "paidTime":"2024-03-26T16:01:41+07:00",
         "transAmount":{"value":"10000.00","currency":"IDR"}%s}"""
                .formatted(status, more);
    }

    @Test
    void paidIsPaid() {
        assertThat(status(200, answer("00", "")))
                .isEqualTo(
                        new PaymentOutcome.Paid(
                                Optional.of("R1"),
                                Money.idr(10_000),
                                Instant.parse("2024-03-26T09:01:41Z")));
    }

    @ParameterizedTest
    @CsvSource({
        "01,PROCESSING",
        "02,PROCESSING",
        "03,PROCESSING",
        "04,REVERSED",
        "05,DECLINED",
        "06,DECLINED",
        "07,NOT_FOUND",
        "08,UNKNOWN",
        "0,UNKNOWN",
        "SUCCESS,UNKNOWN",
    })
    void everyOtherStatusIsTakenForWhatItIs(String status, PaymentOutcome.State state) {
        assertThat(status(200, answer(status, "")).state()).isEqualTo(state);
    }

    @Test
    void aDeclineSaysWhyIfTheOriginalCodeDoes() {
        PaymentOutcome outcome = status(200, answer("06", ",\"originalResponseCode\":\"4035414\""));
        assertThat(((PaymentOutcome.Declined) outcome).decline().reason())
                .isEqualTo(Reason.INSUFFICIENT_FUNDS);
        outcome = status(200, answer("06", ",\"originalResponseCode\":\"2005400\""));
        assertThat(((PaymentOutcome.Declined) outcome).decline().reason())
                .isEqualTo(Reason.NOT_COMPLETED);
    }

    @Test
    void aStatusNeedsNoDevice() {
        for (FakeSettings settings : List.of(Given.sandbox(), Given.archived())) {
            Given any = new Given(settings);
            any.doku.then(404, "{\"responseCode\":\"4045501\"}");
            Payment payment =
                    Payment.redirect(
                            "INV-1",
                            Given.DOKU,
                            Wallet.SHOPEEPAY,
                            Given.CUSTOMER,
                            Money.idr(1),
                            "x",
                            URI.create("https://merchant.example/paid"),
                            FakeDoku.NOW);
            assertThat(any.status().status(any.call(), payment))
                    .isInstanceOf(PaymentOutcome.NotFound.class);
        }
    }

    @Test
    void notFoundIsNotFound() {
        assertThat(status(404, "{\"responseCode\":\"4045501\"}"))
                .isInstanceOf(PaymentOutcome.NotFound.class);
    }

    @Test
    void aNotFoundThatIsNotDokusIsNoAnswer() {
        assertThatThrownBy(() -> status(404, "<html>")).isInstanceOf(Unavailable.class);
        assertThat(status(404, "{\"responseCode\":\"4045401\"}").state())
                .isEqualTo(PaymentOutcome.State.UNKNOWN);
    }

    @Test
    void anotherPaymentsAnswerIsUnknown() {
        assertThat(status(200, answer("00", "").replace("SIM_20230829_0001", "OTHER")))
                .isInstanceOfSatisfying(
                        PaymentOutcome.Unknown.class,
                        unknown ->
                                assertThat(unknown.cause())
                                        .isEqualTo(UnknownCause.REFERENCE_DIFFERS));
    }

    /** Core compares amounts; what matters here is that the provider's own reaches it. */
    @Test
    void theAmountIsTheProviders() {
        assertThat(status(200, answer("00", "").replace("10000.00", "9999.99")))
                .isInstanceOfSatisfying(
                        PaymentOutcome.Paid.class,
                        paid -> assertThat(paid.amount()).isEqualTo(Money.of("9999.99", "IDR")));
        assertThat(status(200, answer("00", "").replace("\"10000.00\"", "10000")))
                .isInstanceOfSatisfying(
                        PaymentOutcome.Paid.class,
                        paid -> assertThat(paid.amount()).isEqualTo(Money.idr(10_000)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"responseCode\":\"2005500\"}",
                "{\"responseCode\":\"2005500\",\"latestTransactionStatus\":\"06\"}",
                "{\"responseCode\":\"2005500\",\"originalPartnerReferenceNo\":\"SIM_20230829_0001\"}",
                "{\"responseCode\":\"2005500\",\"originalPartnerReferenceNo\":\"SIM_20230829_0001\",\"latestTransactionStatus\":\"00\"}",
                "{\"responseCode\":\"2005500\",\"originalPartnerReferenceNo\":\"SIM_20230829_0001\",\"latestTransactionStatus\":\"00\",\"transAmount\":{\"value\":\"x\",\"currency\":\"IDR\"}}",
                "",
                "null"
            })
    void halfAnAnswerIsNone(String body) {
        assertThatThrownBy(() -> status(200, body)).isInstanceOf(Unavailable.class);
    }

    @Test
    void troubleWithTheQuestionSaysNothingAboutThePayment() {
        assertThatThrownBy(() -> status(500, "{\"responseCode\":\"5005500\"}"))
                .isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> status(403, "{\"responseCode\":\"4035501\"}"))
                .isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> status(429, "{\"responseCode\":\"4295500\"}"))
                .isInstanceOf(RateLimited.class);
        assertThatThrownBy(() -> status(401, "{\"responseCode\":\"4015500\"}"))
                .isInstanceOf(CredentialsRefused.class);
        assertThatThrownBy(() -> status(400, "{\"responseCode\":\"4005501\"}"))
                .isInstanceOf(InvalidRequest.class);
        assertThat(status(200, "{\"responseCode\":\"2995500\"}").state())
                .isEqualTo(PaymentOutcome.State.UNKNOWN);
    }

    @Test
    void aPaymentOfWhichOnlyAPartWentBackIsPaid() {
        String history =
                ",\"refundHistory\":[{\"refundNo\":\"1\",\"refundStatus\":\"00\",\"refundAmount\":{\"value\":\"3000.00\",\"currency\":\"IDR\"}},"
                        + "{\"refundNo\":\"2\",\"refundStatus\":\"06\",\"refundAmount\":{\"value\":\"500.00\",\"currency\":\"IDR\"}},"
                        + "{\"refundNo\":\"3\",\"refundStatus\":\"00\",\"refundAmount\":{\"value\":\"2000.00\",\"currency\":\"IDR\"}}]";
        assertThat(status(200, answer("04", history)))
                .isInstanceOfSatisfying(
                        PaymentOutcome.Paid.class,
                        paid -> assertThat(paid.amount()).isEqualTo(Money.idr(10_000)));
        String whole = history.replace("3000.00", "8000.00");
        assertThat(status(200, answer("04", whole)))
                .isEqualTo(new PaymentOutcome.Reversed(Optional.of("R1"), Money.idr(10_000)));
    }

    @ParameterizedTest
    @CsvSource({
        "partnerRefundNo,00,REFUNDED",
        "partnerReferenceNo,00,REFUNDED",
        "partnerRefundNo,03,PROCESSING",
        "partnerRefundNo,06,DECLINED",
        "partnerRefundNo,09,UNKNOWN",
        "otherNo,00,NOT_FOUND",
    })
    void aRefundIsFoundInThePaymentsHistory(
            String field, String status, RefundOutcome.State state) {
        RefundOutcome outcome =
                refundStatus(
                        (",\"refundHistory\":[{\"refundNo\":\"9\",\"%s\":\"RF-0001\","
                                        + "\"refundStatus\":\"%s\",\"refundAmount\":{"
                                        + "\"value\":\"10000.00\",\"currency\":\"IDR\"}}]")
                                .formatted(field, status));
        assertThat(outcome.state()).isEqualTo(state);
        if (outcome instanceof RefundOutcome.Refunded refunded) {
            assertThat(refunded.amount()).isEqualTo(Money.idr(10_000));
            assertThat(refunded.providerReference()).isEqualTo("9");
        }
    }

    @Test
    void aPaymentWithoutRefundsHasNotFoundOne() {
        assertThat(refundStatus("")).isEqualTo(new RefundOutcome.NotFound());
    }

    @Test
    void aRefundIsFinalOnlyWithItsAmount() {
        given.doku.then(
                200,
                "{\"responseCode\":\"2005800\",\"refundNo\":\"77\",\"partnerRefundNo\":\"RF-0001\","
                        + "\"refundAmount\":{\"value\":\"10000.00\",\"currency\":\"IDR\"},"
                        + "\"refundTime\":\"2024-03-26T16:01:41+07:00\"}");
        assertThat(given.refunds().refund(given.call(), given.refund()))
                .isEqualTo(
                        new RefundOutcome.Refunded(
                                "77", Money.idr(10_000), Instant.parse("2024-03-26T09:01:41Z")));
        given.doku.then(200, "{\"responseCode\":\"2005800\",\"refundNo\":\"77\"}");
        assertThat(given.refunds().refund(given.call(), given.refund()))
                .isEqualTo(new RefundOutcome.Processing(Optional.of("77")));
        given.doku.then(200, "{\"responseCode\":\"2005800\",\"partnerRefundNo\":\"OTHER\"}");
        assertThat(given.refunds().refund(given.call(), given.refund()).state())
                .isEqualTo(RefundOutcome.State.UNKNOWN);
    }
}
