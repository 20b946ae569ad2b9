package id.dompet.docs;

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
import id.dompet.testkit.duitku.CallbackMode;
import id.dompet.testkit.duitku.DuitkuSimulator;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

/** Links an OVO wallet and charges it: no account, no network, no server of the merchant's. */
final class FirstCharge {
    private static final URI SHOP = URI.create("https://shop.example/return");
    private static final Customer BUDI =
            Customer.of("cust-1", "Budi", "budi@mail.example", PhoneNumber.of("0812-3456-7890"));

    private FirstCharge() {}

    static PaymentOutcome run() {
        // snippet: first-charge
        try (DuitkuSimulator duitku = start();
                Dompet dompet = open(duitku)) {
            BindRequest request = new BindRequest("link-1", Wallet.OVO, BUDI, SHOP);
            var linking = (BindOutcome.AwaitingCustomer) dompet.bind(request);
            URI cameBack = duitku.customer().confirm(linking.action()); // the customer's PIN
            BindOutcome linked = dompet.completeBind(linking.attempt(), cameBack.toString());
            Binding ovo = ((BindOutcome.Bound) linked).binding();

            Money price = Money.idr(25_000);
            Payment order =
                    Payment.linked("order-1", ovo, BUDI, price, "Two coffees", SHOP, Instant.now());
            var paying = (PaymentOutcome.AwaitingCustomer) dompet.pay(order);
            duitku.customer().confirm(paying.action()); // the customer's PIN
            return dompet.status(order); // Paid[..., amount=IDR 25000.00, ...]
        }
        // end
    }

    // snippet: open-on-simulator
    private static DuitkuSimulator start() {
        return DuitkuSimulator.builder().callbackMode(CallbackMode.MANUAL).start();
    }

    private static Dompet open(DuitkuSimulator duitku) {
        DompetConfig config =
                DompetConfig.of(
                        Map.of(
                                "dompet.environment", "sandbox",
                                "dompet.providers", "duitku",
                                "dompet.duitku.merchant-code", duitku.merchantCode(),
                                "dompet.duitku.api-key", duitku.apiKey(),
                                "dompet.duitku.account-link-base-url",
                                        duitku.accountLinkBaseUrl().toString(),
                                "dompet.duitku.web-api-base-url", duitku.webApiBaseUrl().toString(),
                                "dompet.duitku.callback-url",
                                        "https://shop.example/notify/duitku"));
        return Dompet.builder(config).credentials(CredentialStore.inMemory()).open();
    }
    // end
}
