package id.dompet.provider.duitku;

import id.dompet.model.BindAttempt;
import id.dompet.model.Binding;
import id.dompet.model.Customer;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PhoneNumber;
import id.dompet.model.ProviderId;
import id.dompet.model.Secret;
import id.dompet.model.Wallet;
import id.dompet.spi.BalancePort;
import id.dompet.spi.BindPort;
import id.dompet.spi.CredentialStore.Credential;
import id.dompet.spi.NotifyPort;
import id.dompet.spi.PayPort;
import id.dompet.spi.StatusPort;
import id.dompet.spi.TimeSource;
import id.dompet.spi.TopUpPort;
import id.dompet.spi.UnbindPort;
import id.dompet.spi.WalletProvider;
import id.dompet.testkit.ports.FakeCredentials;
import id.dompet.testkit.ports.FakeSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** An instance of the module with a customer, and a store that holds what the customer granted. */
final class Given {
    static final String CODE = "8320D4EB-FDF5-EC11-812C-B0DB33DQW936";
    static final String MERCHANT = "D0001";

    /** Printed in the public tests of the provider's PHP library; nobody's live key. */
    static final String KEY = "732B39FC61796845775D2C4FB05332AF";

    static final ProviderId DUITKU = new ProviderId("duitku");
    static final Customer CUSTOMER =
            Customer.of(
                    "cust-0001",
                    "John Doe",
                    "customer@example.com",
                    PhoneNumber.of("081234567890"));

    final FakeCredentials credentials = new FakeCredentials(TimeSource.system());
    final WalletProvider provider;

    Given() {
        this(sandbox());
    }

    Given(FakeSettings settings) {
        provider = DuitkuModule.assemble(DuitkuConfig.of(settings), credentials);
    }

    static FakeSettings sandbox() {
        return FakeSettings.of(
                DUITKU.value(),
                new DuitkuPlugin(),
                Map.of(
                        "merchant-code",
                        MERCHANT,
                        "api-key",
                        KEY,
                        "callback-url",
                        "https://merchant.example/duitku/callback"));
    }

    BindPort bind() {
        return provider.bind().orElseThrow();
    }

    UnbindPort unbind() {
        return provider.unbind().orElseThrow();
    }

    BalancePort balance() {
        return provider.balance().orElseThrow();
    }

    TopUpPort topUp() {
        return provider.topUp().orElseThrow();
    }

    PayPort pay() {
        return provider.pay().orElseThrow();
    }

    StatusPort status() {
        return provider.status().orElseThrow();
    }

    NotifyPort notifications() {
        return provider.notifications().orElseThrow();
    }

    static BindAttempt attempt(Wallet wallet) {
        return attempt(wallet, CUSTOMER);
    }

    static BindAttempt attempt(Wallet wallet, Customer customer) {
        return new BindAttempt(
                "bind-1",
                DUITKU,
                wallet,
                customer,
                "nonce",
                URI.create("https://merchant.example/link/return"),
                Optional.empty(),
                Calls.NOW,
                Calls.NOW.plus(Duration.ofMinutes(30)));
    }

    /** A binding whose credential code is in the store. */
    Binding linked(Wallet wallet) {
        Binding binding = new Binding("binding-1", DUITKU, wallet, CUSTOMER.reference(), Calls.NOW);
        credentials.put(binding.id(), Credential.of(Secret.of(CODE), CUSTOMER.reference()));
        return binding;
    }

    /** A payment of IDR 10000 with the reference 12341234. */
    Payment payment(Wallet wallet) {
        return payment(wallet, Money.idr(10_000));
    }

    Payment payment(Wallet wallet, Money amount) {
        return payment(wallet, amount, CUSTOMER);
    }

    Payment payment(Wallet wallet, Money amount, Customer customer) {
        return Payment.linked(
                "12341234",
                linked(wallet),
                customer,
                amount,
                "Tas Trendy",
                URI.create("https://merchant.example/duitku/return"),
                Calls.NOW);
    }

    static DuitkuSigner signer() {
        return new DuitkuSigner(MERCHANT, Secret.of(KEY));
    }
}
