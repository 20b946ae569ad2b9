package id.dompet.provider.duitku;

import id.dompet.Dompet;
import id.dompet.DompetConfig;
import id.dompet.model.BindOutcome;
import id.dompet.model.BindRequest;
import id.dompet.model.Binding;
import id.dompet.model.Customer;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.PhoneNumber;
import id.dompet.model.Wallet;
import id.dompet.spi.CredentialStore;
import id.dompet.spi.TimeSource;
import id.dompet.testkit.AdjustableClock;
import id.dompet.testkit.duitku.AcceptedSignatures;
import id.dompet.testkit.duitku.CallbackMode;
import id.dompet.testkit.duitku.DuitkuSimulator;
import id.dompet.testkit.duitku.DuitkuSimulatorBuilder;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The real facade over real HTTP against the simulator, both on one clock that a test moves. */
final class Journey implements AutoCloseable {
    static final Customer BUDI =
            Customer.of(
                    "cust-1",
                    "Budi Santoso",
                    "budi@mail.example",
                    PhoneNumber.of("0812-3456-7890"));
    static final URI RETURN = URI.create("https://shop.example/return");

    final AdjustableClock clock = AdjustableClock.at(Instant.parse("2026-11-20T03:00:00Z"));
    final CredentialStore store = CredentialStore.inMemory();
    final DuitkuSimulator duitku;
    final Dompet dompet;
    private final Map<String, String> settings;
    private final List<Dompet> others = new ArrayList<>();
    private int next;

    Journey(
            String scheme,
            Map<String, String> settings,
            UnaryOperator<DuitkuSimulatorBuilder> more) {
        AcceptedSignatures accepted =
                scheme.equals("legacy")
                        ? AcceptedSignatures.LEGACY_ONLY
                        : AcceptedSignatures.HMAC_ONLY;
        duitku =
                more.apply(
                                DuitkuSimulator.builder()
                                        .clock(clock)
                                        .callbackMode(CallbackMode.MANUAL)
                                        .acceptedSignatures(accepted))
                        .start();
        Map<String, String> all =
                new HashMap<>(
                        Map.of(
                                "dompet.environment",
                                "sandbox",
                                "dompet.providers",
                                "duitku",
                                "dompet.question-repeats",
                                "0",
                                "dompet.duitku.merchant-code",
                                duitku.merchantCode(),
                                "dompet.duitku.api-key",
                                duitku.apiKey(),
                                "dompet.duitku.signature-scheme",
                                scheme,
                                "dompet.duitku.account-link-base-url",
                                duitku.accountLinkBaseUrl().toString(),
                                "dompet.duitku.web-api-base-url",
                                duitku.webApiBaseUrl().toString(),
                                "dompet.duitku.callback-url",
                                "https://shop.example/notify/duitku"));
        all.putAll(settings);
        this.settings = all;
        dompet = open(all);
    }

    private Dompet open(Map<String, String> all) {
        return Dompet.builder(DompetConfig.of(all)).credentials(store).time(onClock()).open();
    }

    /** Another instance of the same merchant's, which waits no longer than this for an answer. */
    Dompet impatient(Duration patience) {
        Map<String, String> hasty = new HashMap<>(settings);
        hasty.put("dompet.call-timeout", patience.toMillis() + "ms");
        hasty.put("dompet.question-timeout", patience.toMillis() + "ms");
        Dompet other = open(hasty);
        others.add(other);
        return other;
    }

    Journey() {
        this("hmac-sha256", Map.of(), UnaryOperator.identity());
    }

    /** With one setting of its own. */
    static Journey with(String key, String value) {
        return new Journey("hmac-sha256", Map.of(key, value), UnaryOperator.identity());
    }

    BindOutcome startLinking(Wallet wallet) {
        return startLinking(dompet, wallet);
    }

    BindOutcome startLinking(Dompet dompet, Wallet wallet) {
        return dompet.bind(new BindRequest("link-" + ++next, wallet, BUDI, RETURN));
    }

    Binding link(Wallet wallet) {
        var awaiting = (BindOutcome.AwaitingCustomer) startLinking(wallet);
        URI cameBack = duitku.customer().confirm(awaiting.action());
        return ((BindOutcome.Bound) dompet.completeBind(awaiting.attempt(), cameBack.toString()))
                .binding();
    }

    Payment payment(Binding binding, long rupiah) {
        return Payment.linked(
                "order-" + ++next,
                binding,
                BUDI,
                Money.idr(rupiah),
                "Two coffees",
                RETURN,
                clock.instant());
    }

    /** Charged, and the customer has entered the PIN. */
    Payment paid(Binding binding, long rupiah) {
        Payment payment = payment(binding, rupiah);
        var awaiting = (PaymentOutcome.AwaitingCustomer) dompet.pay(payment);
        duitku.customer().confirm(awaiting.action());
        return payment;
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
        others.forEach(Dompet::close);
        dompet.close();
        duitku.close();
    }
}
