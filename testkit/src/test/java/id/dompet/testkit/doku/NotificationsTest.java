package id.dompet.testkit.doku;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotificationsTest {

    private Journey journey = new Journey();
    private DokuNotifications outbox = journey.doku.notifications();
    private MerchantServer merchant = new MerchantServer(journey.doku);
    private String customer = "";

    @BeforeEach
    void link() {
        customer = journey.link(DokuChannel.OVO);
    }

    @AfterEach
    void stop() {
        merchant.close();
        journey.close();
    }

    private void restart(DokuSimulatorBuilder builder) {
        stop();
        journey = new Journey(builder);
        outbox = journey.doku.notifications();
        merchant = new MerchantServer(journey.doku);
        customer = journey.link(DokuChannel.OVO);
    }

    private DokuNotification paid(String reference) {
        journey.payRecurring(reference, 10_000, customer);
        return outbox.messagesOf(reference).get(0);
    }

    @Test
    void aPaymentIsNotifiedWithATokenOfTheMerchantAndARightSignature() {
        DokuNotification message = paid("order-1");

        NotificationAttempt attempt = outbox.deliver(message);

        assertThat(attempt.accepted()).isTrue();
        assertThat(attempt.responseCode()).contains("2005600");
        MerchantServer.Received received = merchant.last();
        assertThat(received.genuine()).isTrue();
        assertThat(received.path()).isEqualTo("/notify/payment");
        assertThat(received.header("X-PARTNER-ID")).isEqualTo(journey.doku.clientId());
        assertThat(received.header("X-EXTERNAL-ID")).matches("\\d{36}");
        assertThat(received.header("Authorization-customer")).isEqualTo("Bearer " + customer);
        assertThat(received.body())
                .contains(
                        "\"originalPartnerReferenceNo\":\"order-1\"",
                        "\"latestTransactionStatus\":\"00\"",
                        "\"amount\":{\"value\":\"10000.00\",\"currency\":\"IDR\"}",
                        "\"custIdMerchant\":\"cust-1\"",
                        "\"accountType\":\"WALLET\"",
                        "\"paymentType\":\"RECURRING\"");
        assertThat(message.isDelivered()).isTrue();
    }

    @Test
    void aBindingIsNotifiedWithItsAuthCodeAndTheExternalIdOfItsRequest() {
        DokuNotification message = outbox.messages().get(0);

        outbox.deliver(message);

        assertThat(message.kind()).isEqualTo(NotificationKind.BINDING);
        assertThat(merchant.last().genuine()).isTrue();
        assertThat(merchant.last().path()).isEqualTo("/notify/binding");
        assertThat(merchant.last().body())
                .contains(
                        "\"originalExternalId\":\"" + message.about() + "\"",
                        "\"status\":\"SUCCESS\"",
                        "\"authCode\":\""
                                + journey.doku.authCodes(journey.wallet(DokuChannel.OVO)).get(0));
    }

    @Test
    void aFailedBindingIsNotifiedToo() {
        SnapReply bound = journey.bind(DokuChannel.ALLO);
        journey.doku.customer().decline(bound.uri("redirectUrl"));

        assertThat(outbox.messages().get(1).status()).isEqualTo("FAILED");
    }

    @Test
    void declinedAndExpiredPaymentsAreNotified() {
        restart(
                DokuSimulator.builder()
                        .notificationMode(NotificationMode.MANUAL)
                        .notifiesExpiry(true)
                        .notifiesRefunds(true));
        URI page = journey.payByOvo("order-1", 10_000, customer).uri("webRedirectUrl");
        journey.doku.customer().decline(page);
        paid("order-2");
        journey.refund("order-2", "RF-1", 10_000, customer);
        journey.payByOvo("order-3", 10_000, customer);
        journey.clock.advance(Duration.ofMinutes(15));

        assertThat(journey.doku.notifications().messages())
                .extracting(DokuNotification::about, DokuNotification::status)
                .endsWith(
                        tuple("order-1", "05"),
                        tuple("order-2", "00"),
                        tuple("order-2", "04"),
                        tuple("order-3", "06"));
    }

    @Test
    void deliveriesAreRepeatedAfterThirtyMinutesSixAndTwelveHoursByTheClock() {
        DokuNotification message = paid("order-1");
        outbox.deliver(outbox.messages().get(0));
        merchant.answer(500, 404, 302, 503);

        assertThat(outbox.deliverDue()).hasSize(1);
        assertThat(outbox.deliverDue()).isEmpty();
        journey.clock.advance(Duration.ofMinutes(30));
        assertThat(outbox.deliverDue()).hasSize(1);
        journey.clock.advance(Duration.ofMinutes(5 * 60 + 30).minusSeconds(1));
        assertThat(outbox.deliverDue()).isEmpty();
        journey.clock.advance(Duration.ofSeconds(1));
        assertThat(outbox.deliverDue()).hasSize(1);
        journey.clock.advance(Duration.ofHours(6));
        assertThat(outbox.deliverDue()).hasSize(1);

        assertThat(message.isPending()).isFalse();
        assertThat(message.dueAt()).isEmpty();
        assertThat(outbox.deliver(message).accepted()).isTrue();
        assertThat(message.attempts()).hasSize(5);
    }

    @Test
    void any2xxEndsTheDeliveries() {
        DokuNotification message = paid("order-1");
        merchant.answer(202);

        outbox.deliver(message);

        assertThat(message.isPending()).isFalse();
    }

    @Test
    void withoutATokenNothingIsSent() {
        DokuNotification message = paid("order-1");
        merchant.answerTokenRequests(503);

        NotificationAttempt attempt = outbox.deliver(message);

        assertThat(attempt.tokenStatus()).hasValue(503);
        assertThat(attempt.status()).isEmpty();
        assertThat(attempt.failure()).isEqualTo("no token");
        assertThat(message.isPending()).isTrue();
        assertThat(merchant.received()).isEmpty();
    }

    @Test
    void aDuplicateCarriesTheSameExternalIdAndBody() {
        DokuNotification message = paid("order-1");
        outbox.deliver(message);
        MerchantServer.Received first = merchant.last();
        outbox.deliver(message);

        assertThat(merchant.last().header("X-EXTERNAL-ID"))
                .isEqualTo(first.header("X-EXTERNAL-ID"))
                .isEqualTo(message.externalId());
        assertThat(merchant.last().body()).isEqualTo(first.body());
    }

    @Test
    void aHeldNotificationWaitsForItsDelivery() {
        outbox.holdNext();
        DokuNotification message = paid("order-1");

        assertThat(message.isPending()).isFalse();
        assertThat(outbox.deliverPending()).hasSize(1);
        assertThat(outbox.deliver(message).accepted()).isTrue();
    }

    @Test
    void aPaymentCanBeNotifiedBeforeItsRequestIsAnswered() {
        outbox.payBeforeNextPaymentAnswer();

        SnapReply accepted = journey.payByOvo("order-1", 10_000, customer);

        assertThat(accepted.code()).isEqualTo("2005400");
        assertThat(merchant.last().body()).contains("\"latestTransactionStatus\":\"00\"");
        assertThat(journey.doku.ledger().chargedFor("order-1")).isEqualTo(10_000);
    }

    @Test
    void automaticNotificationsLeaveByThemselvesAndAgainWhenTheyAreDue()
            throws InterruptedException {
        restart(DokuSimulator.builder());
        assertThat(outbox.awaitSettled(Duration.ofSeconds(10))).isTrue();
        merchant.answer(500);
        DokuNotification message = paid("order-1");
        assertThat(outbox.awaitSettled(Duration.ofSeconds(10))).isTrue();
        assertThat(message.isDelivered()).isFalse();

        journey.clock.advance(Duration.ofMinutes(30));

        assertThat(outbox.awaitSettled(Duration.ofSeconds(10))).isTrue();
        assertThat(message.attempts()).hasSize(2);
        assertThat(message.isDelivered()).isTrue();
    }

    @Test
    void nothingSecretIsInTheTextOfAnything() {
        DokuNotification message = paid("order-1");
        NotificationAttempt attempt = outbox.deliver(message);

        for (Object each : List.of(message, attempt, journey.doku, journey.doku.transactions())) {
            assertThat(each.toString())
                    .doesNotContain(
                            journey.doku.clientSecret(), customer, "merchant-token", "1234567890");
        }
        assertThat(Map.of("wallet", journey.wallet(DokuChannel.OVO)).toString())
                .doesNotContain("1234567890");
    }

    @Test
    void notificationsAboutTheOrdersOfASecondShopGoThere() {
        URI nobody = URI.create("http://127.0.0.1:1/");
        outbox.registerMerchant(
                new MerchantEndpoints(nobody, nobody, nobody),
                about -> about.startsWith("second-"));
        int before = merchant.received().size();

        assertThat(outbox.deliver(paid("second-1")).accepted()).isFalse();
        assertThat(merchant.received()).hasSize(before);
        assertThat(outbox.deliver(paid("order-1")).accepted()).isTrue();
    }
}
