package id.dompet.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.NotificationHandler;
import id.dompet.http.HttpResponse;
import id.dompet.model.Binding;
import id.dompet.model.Customer;
import id.dompet.model.Money;
import id.dompet.model.Notification;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.PhoneNumber;
import id.dompet.model.ProviderId;
import id.dompet.model.Wallet;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Waiting for what a notification brings. */
final class NotificationWatchTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Customer CUSTOMER =
            Customer.of("c1", "Siti", "siti@example.com", PhoneNumber.of("081234567890"));
    private static final Payment PAYMENT =
            Payment.linked(
                    "order-1",
                    new Binding("b1", new ProviderId("duitku"), Wallet.OVO, "c1", NOW),
                    CUSTOMER,
                    Money.idr(25_000),
                    "Kopi",
                    URI.create("http://127.0.0.1/return/paid"),
                    NOW);
    private static final PaymentOutcome PAID =
            new PaymentOutcome.Paid(Optional.of("D1"), Money.idr(25_000), NOW);

    private static final HttpResponse REPLY = HttpResponse.of(200, "text/plain", "OK");
    private static final Notification.Verified NOTIFICATION =
            new Notification.Verified(
                    new Notification.Event.Unrecognised(new ProviderId("duitku"), "e1", "any"),
                    REPLY,
                    REPLY,
                    Map.of());

    private final List<PaymentOutcome> taken = new ArrayList<>();
    private final NotificationWatch watch =
            new NotificationWatch(
                    new NotificationHandler() {
                        @Override
                        public Optional<Payment> find(String paymentReference) {
                            return Optional.of(PAYMENT);
                        }

                        @Override
                        public void paymentChanged(
                                Payment payment,
                                PaymentOutcome outcome,
                                Notification.Verified notification) {
                            taken.add(outcome);
                        }
                    });

    @Test
    void whatCameBeforeAnybodyWaitedIsNotLost() {
        watch.paymentChanged(PAYMENT, PAID, NOTIFICATION);

        assertThat(watch.await(PAYMENT, Duration.ofSeconds(5))).contains(PAID);
        assertThat(taken).containsExactly(PAID);
    }

    @Test
    void whatIsNotFinalReachesTheShopAndDoesNotEndTheWait() {
        PaymentOutcome processing = new PaymentOutcome.Processing(Optional.empty());
        watch.paymentChanged(PAYMENT, processing, NOTIFICATION);

        assertThat(watch.await(PAYMENT, Duration.ofMillis(1))).isEmpty();
        assertThat(taken).containsExactly(processing);
    }

    @Test
    void theShopNeverTakesBackWhatIsFinal() {
        ShopStore store = new ShopStore();
        store.payment(PAYMENT);
        store.outcome(PAYMENT, PAID);
        store.outcome(PAYMENT, new PaymentOutcome.Processing(Optional.empty()));

        assertThat(store.known(PAYMENT)).contains(PAID);
    }
}
