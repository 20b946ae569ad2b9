package id.dompet.provider.duitku;

import static id.dompet.provider.duitku.Callbacks.GENUINE;
import static id.dompet.provider.duitku.Callbacks.HMAC;
import static id.dompet.provider.duitku.Callbacks.MD5;
import static id.dompet.provider.duitku.Callbacks.UNSIGNED;
import static id.dompet.provider.duitku.Callbacks.assertRejected;
import static id.dompet.provider.duitku.Callbacks.assertVerified;
import static id.dompet.provider.duitku.Callbacks.event;
import static id.dompet.provider.duitku.Callbacks.legacy;
import static id.dompet.provider.duitku.Callbacks.open;
import static id.dompet.provider.duitku.Callbacks.post;
import static id.dompet.provider.duitku.Callbacks.sign;
import static id.dompet.provider.duitku.Callbacks.typed;
import static id.dompet.provider.duitku.Callbacks.verified;
import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.model.Decline.Reason;
import id.dompet.model.Money;
import id.dompet.model.Notification;
import id.dompet.model.Notification.Event.PaymentReported;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.UnknownCause;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callbacks that are accepted, and what they say. */
final class DuitkuNotificationsTest {
    private final Given given = new Given();

    @Test
    void aGenuineCallbackReportsAPaymentThatNoSignatureVouchesFor() {
        Notification.Verified verified = verified(open(GENUINE));
        PaymentReported event = event(verified);
        assertThat(event.paymentReference()).isEqualTo("ORDER123");
        assertThat(event.amount()).contains(Money.idr(150_000));
        assertThat(event.signed()).isFalse();
        assertThat(event.reported())
                .isEqualTo(
                        new PaymentOutcome.Paid(
                                Optional.of("DXXXXCX80TXXX5Q70QCI"),
                                Money.idr(150_000),
                                Calls.NOW));
        assertThat(verified.accept().status()).isEqualTo(200);
        assertThat(verified.accept().body().text()).isEqualTo("OK");
        assertThat(verified.retryLater().status()).isEqualTo(503);
        assertThat(verified.fields())
                .containsEntry("productDetail", "Pembayaran untuk Toko Contoh")
                .containsEntry("merchantUserId", "test@example.com")
                .containsEntry("issuerCode", "93600523")
                .doesNotContainKeys("signature", DuitkuNotifications.SCHEME_FIELD)
                .hasSize(13);
    }

    @ParameterizedTest
    @ValueSource(strings = {"01", "02"})
    void failureIsReportedAsNotCompleted(String code) {
        PaymentReported event =
                event(verified(open(GENUINE.replace("resultCode=00", "resultCode=" + code))));
        assertThat(event.reported())
                .isInstanceOfSatisfying(
                        PaymentOutcome.Declined.class,
                        declined ->
                                assertThat(declined.decline().reason())
                                        .isEqualTo(Reason.NOT_COMPLETED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"resultCode=", "resultCode=99", "resultCode=0", "x=00"})
    void anUndocumentedResultIsUnknown(String field) {
        assertThat(event(verified(open(GENUINE.replace("resultCode=00", field)))).reported())
                .isInstanceOfSatisfying(
                        PaymentOutcome.Unknown.class,
                        unknown ->
                                assertThat(unknown.cause())
                                        .isEqualTo(UnknownCause.UNRECOGNISED_CODE));
    }

    @Test
    void theOfficialFixturesVerify() {
        String fixture = "merchantCode=D0001&amount=10000&merchantOrderId=12345&signature=";
        assertVerified(
                open(
                        given,
                        post(
                                fixture
                                        + "76ee14f3182810c35bd6581dc53905483e5922f8fab7a0cc14cd576a"
                                        + "d1169908")));
        assertVerified(open(legacy(), post(fixture + "4104f20a70c933113c66c004fe25a9f1")));
    }

    @Test
    void signaturesMayBeInUpperCase() {
        assertVerified(open(UNSIGNED + HMAC.toUpperCase(Locale.ROOT)));
        assertVerified(open(legacy(), post(UNSIGNED + "9FA2FE7D78551DFF34C039F34BD0C9DA")));
    }

    @Test
    void inTransitionBothSchemesAreTakenAndTheFieldsTellWhich() {
        Given transition = new Given(Given.sandbox().with("callback-signatures", "transition"));
        assertThat(verified(open(transition, post(UNSIGNED + MD5))).fields())
                .containsEntry(DuitkuNotifications.SCHEME_FIELD, "legacy");
        assertThat(verified(open(transition, post(GENUINE))).fields())
                .containsEntry(DuitkuNotifications.SCHEME_FIELD, "hmac-sha256");
        assertRejected(open(transition, post(UNSIGNED + MD5.replace('9', '8'))), 401);
        assertRejected(open(transition, post(UNSIGNED + HMAC.substring(0, 32))), 401);
        assertRejected(open(transition, post(UNSIGNED + MD5 + MD5)), 401);
    }

    @Test
    void nobodyElseCanWriteTheFieldThatTellsTheScheme() {
        String forged = GENUINE + "&" + DuitkuNotifications.SCHEME_FIELD + "=legacy";
        assertThat(verified(open(forged)).fields())
                .doesNotContainKey(DuitkuNotifications.SCHEME_FIELD);
    }

    @Test
    void theEventIsTheSameForEveryDeliveryAndAnotherForAnotherResult() {
        String id = event(verified(open(GENUINE))).id();
        assertThat(event(verified(open(GENUINE))).id()).isEqualTo(id).startsWith("duitku-");
        assertThat(event(verified(open(GENUINE + "&customerName=J"))).id()).isEqualTo(id);
        for (String change :
                List.of("resultCode=01", "reference=OTHER", "publisherOrderId=OTHER")) {
            String name = change.substring(0, change.indexOf('='));
            String other = GENUINE.replaceFirst(name + "=[^&]*", change);
            assertThat(event(verified(open(other))).id()).isNotEqualTo(id);
        }
    }

    @Test
    void aResplitOfAmountAndOrderVerifiesAndIsReportedAsWhatItSays() {
        String signature = sign("150000", "123");
        String resplit =
                "merchantCode=D0001&amount=15000&merchantOrderId=0123&resultCode=00&signature="
                        + signature;
        PaymentReported event = event(verified(open(resplit)));
        assertThat(event.paymentReference()).isEqualTo("0123");
        assertThat(event.amount()).contains(Money.idr(15_000));
        assertThat(event.signed()).isFalse();
    }

    @Test
    void theAmountIsVerifiedAsItWasWrittenAndReadAsANumber() {
        for (String amount : List.of("150000.00", "150000.0", "0150000")) {
            String body =
                    "merchantCode=D0001&amount=" + amount + "&merchantOrderId=ORDER123&signature=";
            assertThat(event(verified(open(body + sign(amount, "ORDER123")))).amount())
                    .contains(Money.idr(150_000));
            assertRejected(open(body + HMAC), 401);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded; charset=UTF-8",
                "application/x-www-form-urlencoded;charset=utf-8",
                "Application/X-WWW-Form-Urlencoded ; a=b",
            })
    void contentTypesMayHaveParameters(String type) {
        assertVerified(open(given, typed(List.of(type))));
    }
}
