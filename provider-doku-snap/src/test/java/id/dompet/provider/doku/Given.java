package id.dompet.provider.doku;

import id.dompet.model.BindAttempt;
import id.dompet.model.BindOutcome;
import id.dompet.model.Binding;
import id.dompet.model.Customer;
import id.dompet.model.Customer.Device;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PhoneNumber;
import id.dompet.model.ProviderId;
import id.dompet.model.Refund;
import id.dompet.model.Secret;
import id.dompet.model.Wallet;
import id.dompet.spi.BalancePort;
import id.dompet.spi.BindPort;
import id.dompet.spi.CredentialStore.Credential;
import id.dompet.spi.NotifyPort;
import id.dompet.spi.PayPort;
import id.dompet.spi.RefundPort;
import id.dompet.spi.StatusPort;
import id.dompet.spi.UnbindPort;
import id.dompet.spi.WalletProvider;
import id.dompet.testkit.ports.FakeCall;
import id.dompet.testkit.ports.FakeCredentials;
import id.dompet.testkit.ports.FakeSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** An instance of the module with a customer, and a DOKU that answers what it is told. */
final class Given {
    static final String AUTH_CODE = "1234123412341234";
    static final String CLIENT_ID = "BRN-0211-1696919651918";
    static final String CLIENT_SECRET = "SK-zVx7Jb1Rk0test0only0EGmJ";
    static final ProviderId DOKU = new ProviderId("doku");
    static final Wallet ALLO = new Wallet("ALLO");
    static final Wallet CIMB = new Wallet("CIMB");
    static final Device PHONE = new Device("95221", "203.0.113.7", "app", "Pixel 9", "android");
    static final Customer CUSTOMER =
            Customer.of(
                    "TEST-123", "John Doe", "john.doe@doku.com", PhoneNumber.of("085795786876"));
    static final String LONG_REFERENCE = "INV-0000000000000000000000000001";

    final FakeDoku doku = new FakeDoku();
    final FakeCredentials credentials = new FakeCredentials(doku.time);
    final WalletProvider provider;

    Given() {
        this(sandbox());
    }

    Given(FakeSettings settings) {
        provider = DokuModule.assemble(settings, credentials, doku.time, new Random(7));
    }

    static FakeSettings sandbox() {
        return FakeSettings.of(
                DOKU.value(),
                new DokuSnapPlugin(),
                Map.of(
                        "client-id",
                        CLIENT_ID,
                        "client-secret",
                        CLIENT_SECRET,
                        "private-key",
                        Keys.text("pkcs8"),
                        "doku-public-key",
                        Keys.text("doku-public")));
    }

    static FakeSettings archived() {
        return sandbox().with("api", "ovo-v1.0");
    }

    FakeCall call() {
        return FakeCall.answering(doku::answer).at(doku.time);
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

    PayPort pay() {
        return provider.pay().orElseThrow();
    }

    StatusPort status() {
        return provider.status().orElseThrow();
    }

    RefundPort refunds() {
        return provider.refund().orElseThrow();
    }

    NotifyPort notifications() {
        return provider.notifications().orElseThrow();
    }

    static BindAttempt attempt(Wallet wallet) {
        return attempt(wallet, "bind-1", CUSTOMER);
    }

    static BindAttempt attempt(Wallet wallet, String reference, Customer customer) {
        return new BindAttempt(
                reference,
                DOKU,
                wallet,
                customer,
                "nonce-" + reference,
                URI.create("https://merchant.example/link/ok"),
                Optional.of(URI.create("https://merchant.example/link/failed")),
                FakeDoku.NOW,
                FakeDoku.NOW.plus(Duration.ofMinutes(30)));
    }

    /** A binding whose auth code is in the store. */
    Binding linked(Wallet wallet) {
        return linked(wallet, "binding-1", CUSTOMER, AUTH_CODE);
    }

    Binding linked(Wallet wallet, String id, Customer customer, String authCode) {
        Binding binding = new Binding(id, DOKU, wallet, customer.reference(), FakeDoku.NOW);
        credentials.put(id, Credential.of(Secret.of(authCode), customer.reference()));
        return binding;
    }

    /** A payment of IDR 10000 for an OVO account with the reference SIM_20230829_0001. */
    Payment payment() {
        return payment(Wallet.OVO, "SIM_20230829_0001", CUSTOMER);
    }

    Payment payment(Wallet wallet, String reference, Customer customer) {
        return Payment.linked(
                reference,
                linked(wallet),
                customer,
                Money.idr(10_000),
                "Tas Trendy",
                URI.create("https://merchant.example/paid"),
                FakeDoku.NOW);
    }

    static Payment redirect(Wallet wallet) {
        return Payment.redirect(
                "INV-0008",
                DOKU,
                wallet,
                CUSTOMER.on(PHONE),
                Money.idr(99_000),
                "Tas Trendy",
                URI.create("https://merchant.example/paid"),
                FakeDoku.NOW);
    }

    Refund refund() {
        return new Refund(
                "RF-0001", payment(), Money.idr(10_000), "Customer complain", FakeDoku.NOW);
    }

    /** Begins and completes a link of OVO. */
    Binding bound(BindAttempt attempt) {
        doku.then(200, bindAnswer(AUTH_CODE));
        bind().start(call(), attempt);
        BindOutcome outcome = bind().complete(call(), attempt, Map.of());
        if (outcome instanceof BindOutcome.Bound bound) {
            return bound.binding();
        }
        throw new IllegalStateException("not bound: " + outcome);
    }

    static String bindAnswer(String authCode) {
        return """
        {"responseCode":"2000700","responseMessage":"Successful","referenceNo":"129260743966",
         "redirectUrl":"https://sandbox.doku.com/direct-debit/ui/binding/core/2238230713001534401",
         "additionalInfo":{"custIdMerchant":"CUSTOMER_OVOxDOKU","accountStatus":"PENDING",
         "authCode":"%s"}}"""
                .formatted(authCode);
    }
}
