package id.dompet.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dompet.Dompet;
import id.dompet.DompetConfig;
import id.dompet.NotificationHandler;
import id.dompet.http.InboundRequest;
import id.dompet.model.BindOutcome;
import id.dompet.model.BindRequest;
import id.dompet.model.Binding;
import id.dompet.model.Customer;
import id.dompet.model.DompetException;
import id.dompet.model.Money;
import id.dompet.model.Notification;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.PhoneNumber;
import id.dompet.model.ProviderId;
import id.dompet.model.Wallet;
import id.dompet.spi.Capability;
import id.dompet.spi.CredentialStore;
import id.dompet.testkit.Fault;
import id.dompet.testkit.doku.DokuSimulator;
import id.dompet.testkit.doku.NotificationMode;
import id.dompet.testkit.duitku.CallbackMessage;
import id.dompet.testkit.duitku.CallbackMode;
import id.dompet.testkit.duitku.DuitkuOperation;
import id.dompet.testkit.duitku.DuitkuSimulator;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The page about switching providers, played against both simulators. */
class SwitchProviderTest {
    private static final ProviderId DUITKU = new ProviderId("duitku");
    private static final URI RETURN = URI.create("https://shop.example/return");
    private static final Customer BUDI =
            Customer.of("cust-1", "Budi", "budi@mail.example", PhoneNumber.of("081234567890"));

    private final DuitkuSimulator duitku =
            DuitkuSimulator.builder().callbackMode(CallbackMode.MANUAL).start();
    private final DokuSimulator doku =
            DokuSimulator.builder().notificationMode(NotificationMode.MANUAL).start();
    private final CredentialStore store = CredentialStore.inMemory();
    private final DompetConfig before = DompetConfig.of(Both.settings(duitku, doku));
    private final DompetConfig after =
            before.with(Map.of("dompet.route.default", "doku", "dompet.route.SHOPEEPAY", "duitku"));

    @AfterEach
    void close() {
        duitku.close();
        doku.close();
    }

    private Dompet open(DompetConfig config) {
        return Dompet.builder(config).credentials(store).open();
    }

    private Binding link(Dompet dompet, String reference) {
        var awaiting =
                (BindOutcome.AwaitingCustomer)
                        dompet.bind(new BindRequest(reference, Wallet.OVO, BUDI, RETURN));
        boolean atDuitku = awaiting.attempt().provider().equals(DUITKU);
        URI back =
                atDuitku
                        ? duitku.customer().confirm(awaiting.action())
                        : doku.customer().confirm(awaiting.action());
        // The simulated DOKU returns to the URL as it was given.
        return ((BindOutcome.Bound) dompet.completeBind(awaiting.attempt(), back.toString()))
                .binding();
    }

    private static Payment payment(String reference, Binding binding) {
        return Payment.linked(
                reference, binding, BUDI, Money.idr(25_000), "Coffee", RETURN, Instant.now());
    }

    private PaymentOutcome.State pay(Dompet dompet, Payment payment) {
        PaymentOutcome outcome = dompet.pay(payment);
        if (outcome instanceof PaymentOutcome.AwaitingCustomer awaiting) {
            if (payment.provider().equals(DUITKU)) {
                duitku.customer().confirm(awaiting.action());
            } else {
                doku.customer().confirm(awaiting.action());
            }
        }
        return dompet.status(payment).state();
    }

    @Test
    void oldBindingsKeepWorkingAndNewOnesGoElsewhere() {
        Binding old;
        try (Dompet dompet = open(before)) {
            old = link(dompet, "link-1");
            assertThat(old.provider()).isEqualTo(DUITKU);
        }
        try (Dompet dompet = open(after)) {
            assertThat(pay(dompet, payment("order-1", old))).isEqualTo(PaymentOutcome.State.PAID);
            Binding fresh = link(dompet, "link-2");
            assertThat(fresh.provider().value()).isEqualTo("doku");
            assertThat(pay(dompet, payment("order-2", fresh))).isEqualTo(PaymentOutcome.State.PAID);
            assertThat(dompet.route(Wallet.SHOPEEPAY, Capability.BIND)).isEqualTo(DUITKU);
        }
        assertThat(duitku.ledger().chargedFor("order-1")).isEqualTo(25_000);
        assertThat(doku.ledger().chargedFor("order-2")).isEqualTo(25_000);
    }

    @Test
    void whatWasUnknownBeforeTheSwitchIsSettledAfterIt() {
        Payment payment;
        try (Dompet dompet = open(before)) {
            payment = payment("order-1", link(dompet, "link-1"));
            duitku.faults().next(DuitkuOperation.INQUIRY, Fault.connectionReset().afterEffect());
            assertThat(dompet.pay(payment).state()).isEqualTo(PaymentOutcome.State.UNKNOWN);
        }
        assertThat(duitku.payLate("order-1")).isTrue();
        try (Dompet dompet = open(after)) {
            assertThat(dompet.status(payment).state()).isEqualTo(PaymentOutcome.State.PAID);
        }
    }

    @Test
    void aNotificationForTheOldProviderMayArriveLate() {
        Payment payment;
        try (Dompet dompet = open(before)) {
            payment = payment("order-1", link(dompet, "link-1"));
            pay(dompet, payment);
        }
        CallbackMessage late = duitku.callbacks().messagesOf("order-1").get(0);
        String form =
                late.parameters().stream()
                        .map(
                                p ->
                                        p.getKey()
                                                + "="
                                                + URLEncoder.encode(
                                                        p.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        List<PaymentOutcome> heard = new ArrayList<>();
        try (Dompet dompet = open(after)) {
            int answer =
                    dompet.receive(
                                    DUITKU,
                                    InboundRequest.of(
                                            "POST",
                                            "/notify/duitku",
                                            Map.of(
                                                    "Content-Type",
                                                    List.of("application/x-www-form-urlencoded")),
                                            form.getBytes(StandardCharsets.UTF_8)),
                                    shop(payment, heard))
                            .status();
            assertThat(answer).isEqualTo(200);
        }
        assertThat(heard)
                .singleElement()
                .satisfies(o -> assertThat(o.state()).isEqualTo(PaymentOutcome.State.PAID));
    }

    private static NotificationHandler shop(Payment payment, List<PaymentOutcome> heard) {
        return new NotificationHandler() {
            @Override
            public Optional<Payment> find(String paymentReference) {
                return Optional.of(payment);
            }

            @Override
            public void paymentChanged(
                    Payment changed, PaymentOutcome outcome, Notification.Verified notification) {
                heard.add(outcome);
            }
        };
    }

    @Test
    void aProviderThatStillHasHandlesCannotBeRemovedUnnoticed() {
        DompetConfig removed =
                DompetConfig.of(
                        Both.settings(duitku, doku).entrySet().stream()
                                .filter(e -> !e.getKey().startsWith("dompet.duitku."))
                                .collect(
                                        Collectors.toMap(
                                                Map.Entry::getKey,
                                                e ->
                                                        e.getKey().equals("dompet.providers")
                                                                        || e.getKey()
                                                                                .equals(
                                                                                        "dompet.route.default")
                                                                ? "doku"
                                                                : e.getValue())));
        assertThatThrownBy(
                        () ->
                                Dompet.builder(removed)
                                        .credentials(store)
                                        .mustServe(List.of(DUITKU))
                                        .open())
                .isInstanceOf(DompetException.Misconfigured.class)
                .hasMessageContaining("provider 'duitku' still has bindings or open payments");
    }
}
