package id.dompet.provider.duitku;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.provider.duitku.DuitkuCodes.Result;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DuitkuCodesTest {

    @ParameterizedTest
    @CsvSource({
        "00,ACCEPTED,ACCEPTED,ACCEPTED,OTHER",
        "01,REFUSED,UNKNOWN,REFUSED,OTHER",
        "02,UNKNOWN,UNKNOWN,UNKNOWN,OTHER",
        "03,REFUSED,INVALID,REFUSED,PHONE_NOT_ACCEPTED",
        "04,UNSUPPORTED,UNSUPPORTED,REFUSED,OTHER",
        "05,INVALID,INVALID,REFUSED,OTHER",
        "06,CREDENTIALS,CREDENTIALS,REFUSED,OTHER",
        "07,UNSUPPORTED,UNSUPPORTED,REFUSED,OTHER",
        "08,INVALID,INVALID,REFUSED,OTHER",
        "09,INVALID,INVALID,REFUSED,OTHER",
        "10,REFUSED,BINDING_ENDED,REFUSED,BINDING_INVALID",
        "-100,UNKNOWN,UNKNOWN,UNKNOWN,OTHER",
    })
    void everyDocumentedResultCodeHasARow(
            String code, String connect, String binding, String inquiry, String reason) {
        Result row = Result.of(code).orElseThrow();
        assertThat(row.connect()).hasToString(connect);
        assertThat(row.binding()).hasToString(binding);
        assertThat(row.inquiry()).hasToString(inquiry);
        assertThat(row.reason()).hasToString(reason);
    }

    @Test
    void thereAreNoOtherRows() {
        assertThat(Result.values()).hasSize(12);
        for (String code : BadAnswers.UNDOCUMENTED) {
            assertThat(Result.of(code)).as(code).isEmpty();
            assertThat(DuitkuCodes.Status.of(code)).isEqualTo(DuitkuCodes.Status.UNDOCUMENTED);
            assertThat(DuitkuCodes.Callback.of(code)).isEqualTo(DuitkuCodes.Callback.UNDOCUMENTED);
            assertThat(DuitkuCodes.Redirect.of(code)).isEqualTo(DuitkuCodes.Redirect.UNDOCUMENTED);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "00,PAID,PAID,SUCCESS",
        "01,PENDING,FAILED,PENDING",
        "02,NOT_COMPLETED,FAILED,CANCELLED"
    })
    void theSameDigitsMeanSomethingElseInEachFamily(
            String code, String status, String callback, String redirect) {
        assertThat(DuitkuCodes.Status.of(code)).hasToString(status);
        assertThat(DuitkuCodes.Callback.of(code)).hasToString(callback);
        assertThat(DuitkuCodes.Redirect.of(code)).hasToString(redirect);
    }

    @ParameterizedTest
    @CsvSource({
        "400,Minimum Payment 10000 IDR,AMOUNT",
        "400,Maximum Payment exceeded,AMOUNT",
        "400,paymentMethod is mandatory,REFUSED",
        "400,merchantOrderId is mandatory,REFUSED",
        "400,length of merchantOrderId can't > 50,REFUSED",
        "400,Invalid Email Address,REFUSED",
        "400,length of email can't > 50,REFUSED",
        "400,length of phoneNumber can’t > 50,REFUSED",
        "400,Customer VA Name must not be empty for this payment channel,REFUSED",
        "400,Amount is different please try again later,OTHER_AMOUNT",
        "400,Transaction not found,NOT_FOUND",
        "401,Wrong signature,WRONG_SIGNATURE",
        "403,Wrong Signature,WRONG_SIGNATURE",
        "404,Merchant not found,MERCHANT_NOT_FOUND",
        "404,Payment channel not available,REFUSED",
        "404,TRANSACTION NOT FOUND.,NOT_FOUND",
        "409,Payment amount must be equal to all item price,REFUSED",
        "409,The transaction is still in progress,IN_PROGRESS",
    })
    void everyDocumentedMessageHasARowWhateverItsCase(int status, String words, String meaning) {
        assertThat(DuitkuMessages.of(status, words).orElseThrow().meaning()).hasToString(meaning);
        assertThat(DuitkuMessages.of(status, words.toUpperCase(Locale.ROOT))).isPresent();
        assertThat(DuitkuMessages.of(status, "  " + words + "  ")).isPresent();
        assertThat(DuitkuMessages.of(418, words)).isEqualTo(Optional.empty());
        if (!meaning.equals("NOT_FOUND")) { // known as part of a sentence only
            assertThat(DuitkuMessages.of(status, "not " + words)).isEqualTo(Optional.empty());
        }
    }

    @Test
    void everyRowOfMessagesIsTested() {
        assertThat(DuitkuMessages.values()).hasSize(18);
    }
}
