package id.dompet.fake;

import com.google.inject.AbstractModule;
import com.google.inject.Inject;
import com.google.inject.Module;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import id.dompet.http.HttpResponse;
import id.dompet.http.InboundRequest;
import id.dompet.model.Balance;
import id.dompet.model.BindAttempt;
import id.dompet.model.BindOutcome;
import id.dompet.model.Binding;
import id.dompet.model.Money;
import id.dompet.model.Notification;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.ReturnHint;
import id.dompet.model.Secret;
import id.dompet.model.UnbindOutcome;
import id.dompet.model.Wallet;
import id.dompet.spi.BalancePort;
import id.dompet.spi.BindPort;
import id.dompet.spi.Call;
import id.dompet.spi.Capability;
import id.dompet.spi.CredentialStore.Credential;
import id.dompet.spi.Credentials;
import id.dompet.spi.NotifyPort;
import id.dompet.spi.PayPort;
import id.dompet.spi.ProviderProfile;
import id.dompet.spi.ProviderSettings;
import id.dompet.spi.Setting;
import id.dompet.spi.StatusPolling;
import id.dompet.spi.StatusPort;
import id.dompet.spi.UnbindPort;
import id.dompet.spi.WalletProvider;
import id.dompet.spi.WalletProviderPlugin;
import id.dompet.spi.WalletSupport;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Plugin and ports in one; answers what a test tells it to and remembers what it was asked. */
public final class FakeProvider implements WalletProviderPlugin {
    public static final Duration NOT_FOUND_FINAL = Duration.ofMinutes(45);

    private final String type;
    private final Wallet wallet;
    public final List<String> asked = new ArrayList<>();
    public Function<Payment, PaymentOutcome> onPay =
            payment -> new PaymentOutcome.Processing(Optional.of("ref-1"));
    public Function<Payment, PaymentOutcome> onStatus =
            payment -> new PaymentOutcome.Processing(Optional.of("ref-1"));
    public Function<InboundRequest, Notification> onNotify =
            inbound -> new Notification.Rejected("not told", reply(400));
    public Function<BindAttempt, BindOutcome> onComplete =
            attempt -> {
                throw new IllegalStateException("not told");
            };

    /** One for each instance, or instances of one type would share what they remember. */
    public final List<Object> memories = new ArrayList<>();

    /** A singleton that the module does not bind explicitly; Guice makes it when it is needed. */
    @Singleton
    static final class Memory {
        @Inject
        Memory() {}
    }

    public FakeProvider(String type, Wallet wallet) {
        this.type = type;
        this.wallet = wallet;
    }

    public static HttpResponse reply(int status) {
        return HttpResponse.of(status, "text/plain", "status " + status);
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.secret("api-key", "from the dashboard"));
    }

    @Override
    public Module module() {
        return new AbstractModule() {
            @Provides
            @Singleton
            WalletProvider provider(Ports ports) {
                return WalletProvider.of(profile())
                        .bind(ports)
                        .unbind(ports)
                        .balance(ports)
                        .pay(ports)
                        .status(ports)
                        .notifications(ports)
                        .build();
            }

            @Provides
            @Singleton
            Ports ports(ProviderSettings settings, Credentials credentials, Memory memory) {
                memories.add(memory);
                return new Ports(FakeProvider.this, settings, credentials);
            }
        };
    }

    private ProviderProfile profile() {
        return new ProviderProfile(
                "Fake " + type,
                Map.of(
                        wallet,
                        new WalletSupport(
                                Set.of(
                                        Capability.BIND,
                                        Capability.UNBIND,
                                        Capability.BALANCE,
                                        Capability.PAY_LINKED,
                                        Capability.NOTIFY),
                                new StatusPolling(
                                        Duration.ofSeconds(10),
                                        Duration.ofMinutes(1),
                                        Duration.ofMinutes(15),
                                        NOT_FOUND_FINAL))));
    }

    /** The ports of one instance. */
    static final class Ports
            implements BindPort, UnbindPort, BalancePort, PayPort, StatusPort, NotifyPort {
        private final FakeProvider fake;
        private final ProviderSettings settings;
        private final Credentials credentials;

        Ports(FakeProvider fake, ProviderSettings settings, Credentials credentials) {
            this.fake = fake;
            this.settings = settings;
            this.credentials = credentials;
        }

        private void asked(String what) {
            fake.asked.add(settings.id() + " " + what);
        }

        @Override
        public BindOutcome start(Call call, BindAttempt attempt) {
            asked("bind");
            return new BindOutcome.AwaitingCustomer(
                    attempt, URI.create("https://acme.example/link?ticket=t"));
        }

        @Override
        public BindOutcome complete(Call call, BindAttempt attempt, Map<String, String> returned) {
            asked("complete " + returned);
            BindOutcome outcome = fake.onComplete.apply(attempt);
            if (outcome instanceof BindOutcome.Bound bound) {
                credentials.put(
                        bound.binding().id(),
                        Credential.of(
                                Secret.of("code-of-" + attempt.customer().reference()),
                                attempt.customer().reference()));
            }
            return outcome;
        }

        @Override
        public UnbindOutcome unbind(Call call, Binding binding) {
            asked("unbind " + binding.id());
            return new UnbindOutcome.Unbound();
        }

        @Override
        public Balance balance(Call call, Binding binding) {
            asked("balance with " + settings.secret("api-key").reveal());
            return new Balance(Money.idr(1), Optional.empty(), call.now());
        }

        @Override
        public PaymentOutcome pay(Call call, Payment payment) {
            asked("pay " + payment.reference());
            return fake.onPay.apply(payment);
        }

        @Override
        public ReturnHint returned(Payment payment, Map<String, String> returned) {
            return new ReturnHint(
                    ReturnHint.Appearance.SUCCESS, Optional.ofNullable(returned.get("ref")));
        }

        @Override
        public PaymentOutcome status(Call call, Payment payment) {
            asked("status " + payment.reference());
            return fake.onStatus.apply(payment);
        }

        @Override
        public Notification open(Call call, InboundRequest inbound) {
            return fake.onNotify.apply(inbound);
        }
    }
}
