package id.dompet.provider.doku;

import id.dompet.Dompet;
import id.dompet.DompetConfig;
import id.dompet.model.BindAttempt;
import id.dompet.model.BindOutcome;
import id.dompet.model.BindRequest;
import id.dompet.model.Binding;
import id.dompet.model.Customer;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PhoneNumber;
import id.dompet.model.Wallet;
import id.dompet.spi.CredentialStore;
import id.dompet.spi.TimeSource;
import id.dompet.testkit.AdjustableClock;
import id.dompet.testkit.doku.DokuSimulator;
import id.dompet.testkit.doku.NotificationMode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The real facade over real HTTP against the simulator, both on one clock that a test moves. */
final class Journey implements AutoCloseable {
    static final Customer BUDI =
            Customer.of(
                            "cust-1",
                            "Budi Santoso",
                            "budi@mail.example",
                            PhoneNumber.of("0812-3456-7890"))
                    .on(new Customer.Device("device1", "36.68.1.2", "web", "Pixel 9", "android"));
    static final URI RETURN = URI.create("https://shop.example/return");

    final AdjustableClock clock = AdjustableClock.at(Instant.parse("2026-11-20T03:00:00Z"));
    final DokuSimulator doku =
            DokuSimulator.builder().clock(clock).notificationMode(NotificationMode.MANUAL).start();
    final CredentialStore store = CredentialStore.inMemory();
    final Dompet dompet;
    private final String api;
    private int next;

    Journey(String api) {
        this.api = api;
        this.dompet = open();
    }

    /** Another process of the same merchant, on the same credential store. */
    Dompet open() {
        return Dompet.builder(
                        DompetConfig.of(
                                        Map.of(
                                                "dompet.environment",
                                                "sandbox",
                                                "dompet.providers",
                                                "doku",
                                                "dompet.question-repeats",
                                                "0",
                                                "dompet.doku.type",
                                                "doku-snap",
                                                "dompet.doku.api",
                                                api,
                                                "dompet.doku.base-url",
                                                doku.baseUrl().toString(),
                                                "dompet.doku.client-id",
                                                doku.clientId(),
                                                "dompet.doku.client-secret",
                                                doku.clientSecret(),
                                                "dompet.doku.private-key",
                                                doku.merchantPrivateKeyPem().strip(),
                                                "dompet.doku.doku-public-key",
                                                doku.dokuPublicKeyPem().strip()))
                                .with(Map.of("dompet.doku.ip-address", "203.0.113.7")))
                .credentials(store)
                .time(onClock())
                .open();
    }

    BindOutcome.AwaitingCustomer startLinking(Wallet wallet) {
        return (BindOutcome.AwaitingCustomer)
                dompet.bind(new BindRequest("link-" + ++next, wallet, BUDI, RETURN));
    }

    Binding link(Wallet wallet) {
        BindOutcome.AwaitingCustomer awaiting = startLinking(wallet);
        doku.customer().confirm(awaiting.action());
        BindAttempt attempt = awaiting.attempt();
        BindOutcome outcome = dompet.completeBind(attempt, attempt.returnUrl().toString());
        return ((BindOutcome.Bound) outcome).binding();
    }

    Payment payment(Binding binding, long rupiah) {
        return Payment.linked(
                "ORDER-" + ++next,
                binding,
                BUDI,
                Money.idr(rupiah),
                "Two coffees",
                RETURN,
                clock.instant());
    }

    private TimeSource onClock() {
        return new TimeSource() {
            @Override
            public Instant now() {
                return clock.instant();
            }

            // Deadlines stay real, so that a test of a hanging server ends.
            @Override
            public long nanoTime() {
                return System.nanoTime();
            }

            @Override
            public void sleep(Duration time) {
                clock.advance(time);
            }
        };
    }

    @Override
    public void close() {
        dompet.close();
        doku.close();
    }
}
