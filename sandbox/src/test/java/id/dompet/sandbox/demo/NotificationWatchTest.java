package id.dompet.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.ledger.LedgerEvent;
import id.dompet.ledger.PaymentState;
import id.dompet.model.Binding;
import id.dompet.model.Customer;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PhoneNumber;
import id.dompet.model.ProviderId;
import id.dompet.model.Wallet;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Waiting for what the ledger tells the shop. */
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

    private final NotificationWatch watch = new NotificationWatch();

    @Test
    void whatCameBeforeAnybodyWaitedIsNotLost() {
        watch.handle(event(1, PaymentState.PAID));

        assertThat(watch.await(PAYMENT, Duration.ofSeconds(5))).contains(PaymentState.PAID);
    }

    @Test
    void whatIsOpenDoesNotEndTheWait() {
        watch.handle(event(1, PaymentState.PROCESSING));

        assertThat(watch.await(PAYMENT, Duration.ofMillis(1))).isEmpty();
    }

    private static LedgerEvent event(long number, PaymentState state) {
        return new LedgerEvent(PAYMENT, number, state, Optional.empty(), Optional.empty(), NOW);
    }
}
