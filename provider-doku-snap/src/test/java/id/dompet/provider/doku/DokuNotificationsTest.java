package id.dompet.provider.doku;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.http.HttpResponse;
import id.dompet.http.InboundRequest;
import id.dompet.model.Money;
import id.dompet.model.Notification;
import id.dompet.model.Notification.Event;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.Wallet;
import id.dompet.testkit.ports.FakeCall;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DokuNotificationsTest {
    private final Given given = new Given();
    private final Inbound inbound = new Inbound(given);

    private static Notification.Verified verified(Notification notification) {
        if (notification instanceof Notification.Rejected rejected) {
            throw new AssertionError("rejected: " + rejected.why());
        }
        return (Notification.Verified) notification;
    }

    private static Event.PaymentReported payment(Notification notification) {
        return (Event.PaymentReported) verified(notification).event();
    }

    @Test
    void dokuGetsATokenInSnapsWords() {
        Notification.Handshake handshake =
                (Notification.Handshake) inbound.open(inbound.tokenRequest());
        HttpResponse reply = handshake.reply();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(Inbound.code(reply)).isEqualTo("2007300");
        assertThat(Inbound.field(reply, "tokenType")).isEqualTo("Bearer");
        assertThat(Inbound.field(reply, "expiresIn")).isEqualTo("900");
        assertThat(Inbound.field(reply, "accessToken")).hasSizeLessThan(2048).isNotBlank();
        assertThat(reply.header("X-CLIENT-KEY")).contains(Given.CLIENT_ID);
        assertThat(reply.header("X-TIMESTAMP")).contains("2025-01-15T03:20:30Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-01-15T03:20:30Z",
                "2025-01-15T10:20:30+07:00",
                "2025-01-15T03:20:30.000Z",
                "2025-01-15T03:20:30-00:00"
            })
    void timestampsAreReadInEveryFormThatIsSeen(String timestamp) {
        InboundRequest request =
                Inbound.request(
                        Inbound.PATH,
                        java.util.Map.of(
                                "X-CLIENT-KEY",
                                Given.CLIENT_ID,
                                "X-TIMESTAMP",
                                timestamp,
                                "X-SIGNATURE",
                                Keys.doku().sign(Given.CLIENT_ID, timestamp)),
                        "{\"grantType\":\"client_credentials\"}");
        assertThat(inbound.open(request)).isInstanceOf(Notification.Handshake.class);
        assertThat(
                        payment(
                                        inbound.open(
                                                inbound.notification(
                                                        Inbound.PATH,
                                                        inbound.token(),
                                                        timestamp,
                                                        Inbound.payment("00"))))
                                .signed())
                .isTrue();
    }

    @Test
    void aPaymentIsReported() {
        Notification.Verified verified = verified(inbound.notify(Inbound.payment("00")));
        Event.PaymentReported event = (Event.PaymentReported) verified.event();
        assertThat(event.paymentReference()).isEqualTo("INV-0008");
        assertThat(event.amount()).contains(Money.idr(99_000));
        assertThat(event.reported())
                .isEqualTo(
                        new PaymentOutcome.Paid(
                                Optional.of("2d0nsSJ27GFllE5IWmBghVkPW6UOFhWO"),
                                Money.idr(99_000),
                                FakeDoku.NOW));
        assertThat(event.signed()).isTrue();
        assertThat(verified.accept().status()).isEqualTo(200);
        assertThat(verified.accept().body().text())
                .isEqualTo(
                        "{\"responseCode\":\"2005600\",\"responseMessage\":\"Request has been"
                                + " processed successfully\"}");
        assertThat(verified.retryLater().status()).isEqualTo(500);
        assertThat(Inbound.code(verified.retryLater())).isEqualTo("5005600");
        assertThat(verified.fields())
                .containsEntry("latestTransactionStatus", "00")
                .containsEntry("additionalInfo.acquirerId", "OVO")
                .containsEntry("amount.value", "99000.00");
    }

    @ParameterizedTest
    @CsvSource({
        "00,PAID,true",
        "01,PROCESSING,true",
        "02,PROCESSING,true",
        "03,PROCESSING,true",
        "04,REVERSED,false",
        "05,DECLINED,true",
        "06,DECLINED,true",
        "07,NOT_FOUND,false",
        "08,UNKNOWN,false",
        "0,UNKNOWN,false",
    })
    void everyStatusIsTakenForWhatItIs(String status, PaymentOutcome.State state, boolean signed) {
        Event.PaymentReported event = payment(inbound.notify(Inbound.payment(status)));
        assertThat(event.reported().state()).isEqualTo(state);
        assertThat(event.signed()).isEqualTo(signed);
    }

    @Test
    void everyInstanceOfTheFleetTakesATokenOfAnother() {
        String token = inbound.token();
        Given other = new Given();
        Inbound there = new Inbound(other);
        assertThat(
                        there.open(
                                there.notification(
                                        Inbound.PATH,
                                        token,
                                        "2025-01-15T03:20:30Z",
                                        Inbound.payment("00"))))
                .isInstanceOf(Notification.Verified.class);
    }

    @Test
    void aTokenEndsAfterAQuarterOfAnHour() {
        InboundRequest request = inbound.notification(Inbound.payment("00"));
        given.doku.time.pass(Duration.ofSeconds(899));
        assertThat(inbound.open(request)).isInstanceOf(Notification.Verified.class);
        given.doku.time.pass(Duration.ofSeconds(1));
        assertThat(inbound.open(request))
                .isInstanceOfSatisfying(
                        Notification.Rejected.class,
                        rejected -> {
                            assertThat(rejected.reply().status()).isEqualTo(401);
                            assertThat(Inbound.code(rejected.reply())).isEqualTo("4015601");
                        });
    }

    @ParameterizedTest
    @CsvSource({"PT15M,true", "PT15M1S,false", "PT-15M,true", "PT-15M-1S,false", "PT12H,false"})
    void aSignedTimeFarFromNowIsNotBelieved(Duration away, boolean signed) {
        String timestamp = SnapTime.header(FakeDoku.NOW.plus(away));
        InboundRequest request =
                inbound.notification(
                        Inbound.PATH, inbound.token(), timestamp, Inbound.payment("00"));
        assertThat(payment(inbound.open(request)).signed()).isEqualTo(signed);
    }

    @Test
    void theSameNotificationHasTheSameIdWheneverItComes() {
        String id = payment(inbound.notify(Inbound.payment("00"))).id();
        given.doku.time.pass(Duration.ofMinutes(30));
        assertThat(payment(inbound.notify(Inbound.payment("00"))).id()).isEqualTo(id);
        assertThat(payment(inbound.notify(Inbound.payment("06"))).id()).isNotEqualTo(id);
    }

    @Test
    void whatIsSignedWithoutWhiteSpaceMayArriveWithIt() {
        String compact = Inbound.payment("00");
        InboundRequest signed = inbound.notification(compact);
        String pretty = compact.replace(",\"", ",\r\n\t \"").replace("{", "{ ");
        InboundRequest request =
                InboundRequest.of(
                        "POST",
                        signed.target(),
                        signed.headers(),
                        pretty.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(payment(inbound.open(request)).signed()).isTrue();
    }

    @Test
    void theRegisteredPathCountsWhereAProxyChangesIt() {
        Given proxied =
                new Given(Given.sandbox().with("notification-path", "/v1.0/debit/notify, /other"));
        Inbound there = new Inbound(proxied);
        InboundRequest registered =
                there.notification(
                        "/v1.0/debit/notify",
                        there.token(),
                        "2025-01-15T03:20:30Z",
                        Inbound.payment("00"));
        InboundRequest arrived =
                InboundRequest.of(
                        "POST", "/internal", registered.headers(), registered.body().bytes());
        assertThat(there.open(arrived)).isInstanceOf(Notification.Verified.class);
        InboundRequest elsewhere =
                there.notification(
                        "/internal", there.token(), "2025-01-15T03:20:30Z", Inbound.payment("00"));
        assertThat(there.open(elsewhere)).isInstanceOf(Notification.Rejected.class);
    }

    @Test
    void aFinishedLinkIsReported() {
        given.doku.then(200, Given.bindAnswer(Given.AUTH_CODE));
        FakeCall call = given.call();
        given.bind().start(call, Given.attempt(Given.CIMB));
        String externalId = Sent.header(Sent.onlyOperation(call), "X-EXTERNAL-ID");
        Notification.Verified verified =
                verified(
                        inbound.notify(
                                "{\"originalExternalId\":\"%s\",\"additionalInfo\":{\"status\":\"SUCCESS\",\"custIdMerchant\":\"TEST-123\",\"authCode\":\"1234\"}}"
                                        .formatted(externalId)));
        Event.BindFinished event = (Event.BindFinished) verified.event();
        assertThat(event.wallet()).isEqualTo(Given.CIMB);
        assertThat(event.customerReference()).isEqualTo("TEST-123");
        assertThat(Inbound.code(verified.accept())).isEqualTo("2000700");
        assertThat(Inbound.code(verified.retryLater())).isEqualTo("5000700");
        assertThat(verified.fields()).doesNotContainValue("1234");
    }

    @Test
    void aChannelInTheNotificationCounts() {
        Notification.Verified verified =
                verified(
                        inbound.notify(
                                "{\"originalExternalId\":\"1\",\"additionalInfo\":{\"status\":\"FAILED\",\"custIdMerchant\":\"c\",\"channel\":\"EMONEY_OVO_SNAP\"}}"));
        assertThat(((Event.BindFinished) verified.event()).wallet()).isEqualTo(Wallet.OVO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"event\":\"NEW\"}",
                "{\"originalExternalId\":\"1\",\"additionalInfo\":{\"status\":\"PENDING\",\"custIdMerchant\":\"c\",\"channel\":\"EMONEY_OVO_SNAP\"}}",
                "{\"originalExternalId\":\"1\",\"additionalInfo\":{\"status\":\"SUCCESS\",\"custIdMerchant\":\"c\"}}"
            })
    void whatIsGenuineAndNewIsAccepted(String body) {
        Notification.Verified verified = verified(inbound.notify(body));
        assertThat(verified.event()).isInstanceOf(Event.Unrecognised.class);
        assertThat(verified.accept().status()).isEqualTo(200);
        String other = verified(inbound.notify("{\"event\":\"ANOTHER\"}")).event().id();
        assertThat(verified.event().id()).isNotEqualTo(other);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|4005600",
                "{\"a\":1}x|4005600",
                "{\"a\":1,\"a\":2}|4005600",
                "{\"originalPartnerReferenceNo\":\"x\",\"latestTransactionStatus\":\"00\",\"amount\":{\"value\":\"many\",\"currency\":\"IDR\"}}|4005601",
                "{\"originalPartnerReferenceNo\":\"x\",\"latestTransactionStatus\":\"00\",\"amount\":\"99000.00\"}|4005601",
            })
    void whatIsGenuineAndUnreadableIsRefused(String body, String code) {
        Notification.Rejected rejected = (Notification.Rejected) inbound.notify(body);
        assertThat(Inbound.code(rejected.reply())).isEqualTo(code);
        assertThat(rejected.reply().status()).isEqualTo(400);
    }

    @Test
    void aPaymentWithoutAnAmountIsNotBelieved() {
        Event.PaymentReported event =
                payment(
                        inbound.notify(
                                "{\"originalPartnerReferenceNo\":\"x\",\"latestTransactionStatus\":\"00\"}"));
        assertThat(event.signed()).isFalse();
        assertThat(event.amount()).isEqualTo(Optional.empty());
    }
}
