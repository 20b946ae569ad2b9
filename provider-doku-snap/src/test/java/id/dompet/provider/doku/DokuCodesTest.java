package id.dompet.provider.doku;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dompet.model.Decline.Reason;
import id.dompet.model.DompetException.CredentialsRefused;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.PaymentOutcome.State;
import id.dompet.model.RefundOutcome;
import id.dompet.model.UnknownCause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every row of the response code table, in a payment and in a refund. */
final class DokuCodesTest {

    private static PaymentOutcome pay(int http, String code) {
        Given given = new Given();
        for (int i = 0; i < 3; i++) {
            given.doku.then(http, answer(code));
        }
        return given.pay().pay(given.call(), given.payment());
    }

    private static RefundOutcome refund(int http, String code) {
        Given given = new Given();
        for (int i = 0; i < 3; i++) {
            given.doku.then(http, answer(code));
        }
        return given.refunds().refund(given.call(), given.refund());
    }

    private static String answer(String code) {
        return "{\"responseCode\":\"" + code + "\",\"responseMessage\":\"words\"}";
    }

    @ParameterizedTest
    @CsvSource({
        "2005400,PROCESSING,",
        "2025400,PROCESSING,",
        "4005400,DECLINED,OTHER",
        "4005401,DECLINED,OTHER",
        "4005402,DECLINED,OTHER",
        "4005403,UNKNOWN,",
        "4005404,DECLINED,OTHER",
        "4015402,DECLINED,BINDING_INVALID",
        "4015404,DECLINED,BINDING_INVALID",
        "4035400,DECLINED,CUSTOMER_TOO_LATE",
        "4035401,DECLINED,OTHER",
        "4035402,DECLINED,LIMIT_EXCEEDED",
        "4035403,DECLINED,RISK",
        "4035404,DECLINED,LIMIT_EXCEEDED",
        "4035405,DECLINED,OTHER",
        "4035406,DECLINED,OTHER",
        "4035407,DECLINED,WALLET_BLOCKED",
        "4035408,DECLINED,OTHER",
        "4035409,DECLINED,WALLET_BLOCKED",
        "4035410,DECLINED,LIMIT_EXCEEDED",
        "4035411,DECLINED,WALLET_BLOCKED",
        "4035412,DECLINED,CUSTOMER_TOO_LATE",
        "4035413,PROCESSING,",
        "4035414,DECLINED,INSUFFICIENT_FUNDS",
        "4035415,DECLINED,OTHER",
        "4035416,DECLINED,OTHER",
        "4035417,DECLINED,LIMIT_EXCEEDED",
        "4035418,DECLINED,WALLET_BLOCKED",
        "4035419,DECLINED,OTHER",
        "4035420,DECLINED,LIMIT_EXCEEDED",
        "4035421,DECLINED,OTHER",
        "4035422,DECLINED,OTHER",
        "4035423,DECLINED,LIMIT_EXCEEDED",
        "4045400,DECLINED,OTHER",
        "4045401,UNKNOWN,",
        "4045402,DECLINED,OTHER",
        "4045403,DECLINED,OTHER",
        "4045404,DECLINED,CUSTOMER_CANCELLED",
        "4045405,DECLINED,OTHER",
        "4045406,PROCESSING,",
        "4045407,DECLINED,OTHER",
        "4045408,DECLINED,OTHER",
        "4045409,DECLINED,OTHER",
        "4045410,DECLINED,OTHER",
        "4045411,DECLINED,BINDING_INVALID",
        "4045412,DECLINED,OTHER",
        "4045413,DECLINED,AMOUNT_NOT_ALLOWED",
        "4045414,UNKNOWN,",
        "4045415,PROCESSING,",
        "4045416,DECLINED,OTHER",
        "4045417,DECLINED,OTHER",
        "4045418,UNKNOWN,",
        "4045419,DECLINED,OTHER",
        "4055400,DECLINED,OTHER",
        "4055401,DECLINED,OTHER",
        "4095400,UNKNOWN,",
        "4095401,UNKNOWN,",
        "4295400,UNKNOWN,",
        "5005400,UNKNOWN,",
        "5005401,UNKNOWN,",
        "5005402,UNKNOWN,",
        "5045400,UNKNOWN,",
    })
    void whatEachCodeMeansForAPayment(String code, State state, String reason) {
        PaymentOutcome outcome = pay(Integer.parseInt(code.substring(0, 3)), code);
        assertThat(outcome.state()).isEqualTo(state);
        if (outcome instanceof PaymentOutcome.Declined declined) {
            assertThat(declined.decline().reason()).isEqualTo(Reason.valueOf(reason));
            assertThat(declined.decline().providerCode()).isEqualTo(code);
            assertThat(declined.decline().providerMessage()).isEqualTo("words");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"4015400", "4015401", "4015403"})
    void refusedKeysAndTokensAreNoDecline(String code) {
        assertThatThrownBy(() -> pay(401, code))
                .isInstanceOf(CredentialsRefused.class)
                .hasMessageContaining("client-secret");
    }

    /** The table above has every row there is, but for the three that have a test of their own. */
    @Test
    void noRowIsForgotten() {
        assertThat(SnapCase.values()).hasSize(62 + 3);
    }

    @ParameterizedTest
    @EnumSource(SnapCase.class)
    void noRowIsThereTwice(SnapCase row) {
        assertThat(SnapCase.of(new SnapCode(row.status(), "54", row.caseCode()))).contains(row);
        assertThat(row.caseCode()).matches("[0-9]{2}");
        assertThat(row.meaning()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(SnapCase.class)
    void aRefundIsFinalOnlyWhereTheTableIsFinal(SnapCase row) {
        if (row.verdict() == Verdict.CREDENTIALS || row.verdict() == Verdict.MERCHANT_TOKEN) {
            return;
        }
        RefundOutcome outcome = refund(row.status(), row.status() + "58" + row.caseCode());
        switch (row.verdict()) {
            case REFUSED, INVALID, CUSTOMER_TOKEN, NOT_FOUND ->
                    assertThat(outcome.state()).isEqualTo(RefundOutcome.State.DECLINED);
            case ACCEPTED, IN_PROGRESS, CUSTOMER_ACTION ->
                    assertThat(outcome.state()).isEqualTo(RefundOutcome.State.PROCESSING);
            case ASK, LATER, OPEN, CREDENTIALS, MERCHANT_TOKEN ->
                    assertThat(outcome.state()).isEqualTo(RefundOutcome.State.UNKNOWN);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "200,2005499,UNRECOGNISED_CODE",
        "200,2005800,UNRECOGNISED_CODE",
        "200,2000500,UNRECOGNISED_CODE",
        "403,4035424,UNRECOGNISED_CODE",
        "403,4031114,UNRECOGNISED_CODE",
        "404,4045420,UNRECOGNISED_CODE",
        "418,4185400,UNRECOGNISED_CODE",
        "401,4015405,UNRECOGNISED_CODE",
        "401,4035414,UNRECOGNISED_CODE",
        "403,4015401,UNRECOGNISED_CODE",
        "403,OK,UNRECOGNISED_CODE",
        "403,403541,UNRECOGNISED_CODE",
        "403,2005400,UNRECOGNISED_CODE",
        "500,2005400,SERVER_ERROR",
        "502,4035414,SERVER_ERROR",
        "302,2005400,UNRECOGNISED_CODE",
    })
    void whatIsNotDocumentedOrContradictsItselfIsUnknown(
            int http, String code, UnknownCause cause) {
        PaymentOutcome outcome = pay(http, code);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        PaymentOutcome.Unknown.class,
                        unknown -> assertThat(unknown.cause()).isEqualTo(cause));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200|<html>Login</html>",
                "200|''",
                "200|{}",
                "200|[]",
                "200|{\"responseCode\":\"2005400\"",
                "200|{\"responseCode\":\"2005400\",\"responseCode\":\"4035414\"}",
                "200|{\"responseCode\":true}",
                "403|<html>Request blocked</html>",
                "404|",
                "503|<html></html>",
            })
    void whatIsNoAnswerOfDokusIsUnknown(int http, String body) {
        Given given = new Given();
        given.doku.then(http, body == null ? "" : body);
        assertThat(given.pay().pay(given.call(), given.payment()).state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void codesAreReadAsNumbersAndWithTheZeroTooManyThatOnePageShows() {
        Given given = new Given();
        given.doku.then(200, "{\"responseCode\":2005400,\"referenceNo\":\"1\"}");
        assertThat(given.pay().pay(given.call(), given.payment()).state())
                .isEqualTo(State.PROCESSING);
        assertThat(pay(200, "20054000").state()).isEqualTo(State.PROCESSING);
        assertThat(pay(200, "20054001").state()).isEqualTo(State.UNKNOWN);
        assertThat(pay(403, "40354140").state()).isEqualTo(State.UNKNOWN);
    }

    /** A repeated external id gets the first answer's body again. */
    @Test
    void theBodyOf409IsRead() {
        assertThat(pay(409, "2005400").state()).isEqualTo(State.PROCESSING);
        assertThat(pay(409, "4035414").state()).isEqualTo(State.DECLINED);
        assertThat(pay(409, "4095400").state()).isEqualTo(State.UNKNOWN);
        assertThat(pay(409, "4015401").state()).isEqualTo(State.UNKNOWN);
        assertThat(pay(409, "5005400").state()).isEqualTo(State.UNKNOWN);
        assertThat(pay(409, "").state()).isEqualTo(State.UNKNOWN);
    }
}
