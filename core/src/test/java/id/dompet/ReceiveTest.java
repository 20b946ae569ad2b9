package id.dompet;

import static id.dompet.fake.FakeProvider.reply;
import static id.dompet.model.Samples.ACME;
import static id.dompet.model.Samples.NOON;
import static id.dompet.model.Samples.payment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dompet.http.InboundRequest;
import id.dompet.model.DompetException;
import id.dompet.model.Money;
import id.dompet.model.Notification;
import id.dompet.model.Notification.Event;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.ProviderId;
import id.dompet.model.UnknownCause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Verify, compare, confirm, hand over, acknowledge. */
class ReceiveTest {
    private static final PaymentOutcome PAID =
            new PaymentOutcome.Paid(Optional.of("ref-1"), Money.idr(10_000), NOON);

    private final FacadeFixture fixture = new FacadeFixture();
    private final Dompet dompet = fixture.open();
    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        dompet.close();
    }

    private static final class Shop implements NotificationHandler {
        private Optional<Payment> stored = Optional.of(payment());
        private final List<PaymentOutcome> heard = new ArrayList<>();
        private Optional<RuntimeException> failure = Optional.empty();

        @Override
        public Optional<Payment> find(String paymentReference) {
            return stored.filter(p -> p.reference().equals(paymentReference));
        }

        @Override
        public void paymentChanged(
                Payment payment, PaymentOutcome outcome, Notification.Verified notification) {
            failure.ifPresent(
                    e -> {
                        throw e;
                    });
            heard.add(outcome);
        }
    }

    private int receive(Notification notification) {
        fixture.acme.onNotify = inbound -> notification;
        return dompet.receive(
                        ACME, InboundRequest.of("POST", "/notify", Map.of(), new byte[0]), shop)
                .status();
    }

    private static Notification reported(long rupiah, boolean signed) {
        return new Notification.Verified(
                new Event.PaymentReported(
                        ACME, "e1", "order-1", Optional.of(Money.idr(rupiah)), PAID, signed),
                reply(200),
                reply(503),
                Map.of("customerName", "Budi"));
    }

    @Test
    void aSignedResultIsHandedOverAndAccepted() {
        assertThat(receive(reported(10_000, true))).isEqualTo(200);
        assertThat(shop.heard).containsExactly(PAID);
        assertThat(fixture.acme.asked).isEmpty();
    }

    @Test
    void anUnsignedResultIsNotBelievedButAskedAbout() {
        assertThat(receive(reported(10_000, false)))
                .as("paid, it says, and nobody can confirm it yet: wanted again")
                .isEqualTo(503);
        assertThat(fixture.acme.asked).containsExactly("acme status order-1");
        assertThat(shop.heard)
                .singleElement()
                .satisfies(o -> assertThat(o.state()).isEqualTo(PaymentOutcome.State.PROCESSING));
    }

    @Test
    void aConfirmedResultIsAccepted() {
        fixture.acme.onStatus = payment -> PAID;
        assertThat(receive(reported(10_000, false))).isEqualTo(200);
        assertThat(shop.heard).containsExactly(PAID);
    }

    @Test
    void aPaymentThatTheProviderHasJustReportedHasArrivedHoweverOldItIs() {
        fixture.acme.onStatus = payment -> new PaymentOutcome.NotFound();
        fixture.time.advance(Duration.ofDays(2));
        assertThat(receive(reported(10_000, false))).isEqualTo(503);
        assertThat(shop.heard).containsExactly(new PaymentOutcome.NotFound());
    }

    @Test
    void whatOneProviderReportsIsNotBelievedOfAnothersPayment() {
        Event.PaymentReported stranger =
                new Event.PaymentReported(
                        new ProviderId("zenith"),
                        "e1",
                        "order-1",
                        Optional.of(Money.idr(10_000)),
                        PAID,
                        true);
        assertThatThrownBy(() -> dompet.confirm(payment(), stranger))
                .isInstanceOf(DompetException.InvalidRequest.class);
        assertThatThrownBy(
                        () ->
                                receive(
                                        new Notification.Verified(
                                                stranger, reply(200), reply(503), Map.of())))
                .isInstanceOf(DompetException.ProviderFault.class)
                .hasMessageContaining("zenith");
    }

    @Test
    void whatCannotBeConfirmedNowIsNotAcknowledged() {
        fixture.acme.onStatus =
                payment -> {
                    throw new DompetException.Unavailable(ACME, "down", null);
                };
        assertThat(receive(reported(10_000, false))).isEqualTo(503);
        assertThat(shop.heard).isEmpty();
    }

    @Test
    void anotherAmountIsUnknownAndNeverPaid() {
        assertThat(receive(reported(10_001, true))).isEqualTo(200);
        assertThat(shop.heard)
                .singleElement()
                .isInstanceOfSatisfying(
                        PaymentOutcome.Unknown.class,
                        u -> assertThat(u.cause()).isEqualTo(UnknownCause.AMOUNT_DIFFERS));
    }

    @Test
    void aStatusThatSpeaksOfAnotherAmountIsUnknownToo() {
        fixture.acme.onStatus =
                payment ->
                        new PaymentOutcome.Paid(
                                Optional.of("ref-1"), Money.of("10000.50", "IDR"), NOON);
        receive(reported(10_000, false));
        assertThat(shop.heard)
                .singleElement()
                .satisfies(o -> assertThat(o.state()).isEqualTo(PaymentOutcome.State.UNKNOWN));
    }

    @Test
    void aPaymentThatTheMerchantDoesNotKnowYetIsDeliveredAgain() {
        shop.stored = Optional.empty();
        assertThat(receive(reported(10_000, true))).isEqualTo(503);
    }

    @Test
    void aPaymentOfAnotherProviderIsNotTouched() {
        fixture.zenith.onNotify =
                inbound ->
                        new Notification.Verified(
                                new Event.PaymentReported(
                                        new ProviderId("zenith"),
                                        "e1",
                                        "order-1",
                                        Optional.of(Money.idr(10_000)),
                                        PAID,
                                        true),
                                reply(200),
                                reply(503),
                                Map.of());
        int status =
                dompet.receive(
                                new ProviderId("zenith"),
                                InboundRequest.of("POST", "/notify", Map.of(), new byte[0]),
                                shop)
                        .status();
        assertThat(status).isEqualTo(503);
        assertThat(shop.heard).isEmpty();
    }

    @Test
    void aHandlerThatFailsMeansNotAcknowledged() {
        shop.failure = Optional.of(new IllegalStateException("database down"));
        assertThat(receive(reported(10_000, true))).isEqualTo(503);
    }

    @Test
    void rejectionsAndHandshakesNeverReachTheHandler() {
        assertThat(receive(new Notification.Rejected("bad signature", reply(401)))).isEqualTo(401);
        assertThat(receive(new Notification.Handshake(reply(201)))).isEqualTo(201);
        assertThat(shop.heard).isEmpty();
    }

    @Test
    void whatIsGenuineButNewIsAccepted() {
        assertThat(
                        receive(
                                new Notification.Verified(
                                        new Event.Unrecognised(ACME, "e1", "promo"),
                                        reply(200),
                                        reply(503),
                                        Map.of())))
                .isEqualTo(200);
    }

    @Test
    void theFieldsOfANotificationAreNotPrinted() {
        assertThat(reported(10_000, true).toString())
                .contains("customerName")
                .doesNotContain("Budi");
    }
}
