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
    private FirstCharge() {}

    static PaymentOutcome run() {
        // snippet: first-charge
        try (DuitkuSimulator duitku =
                        DuitkuSimulator.builder().callbackMode(CallbackMode.MANUAL).start();
                Dompet dompet =
                        Dompet.builder(configurationFor(duitku))
                                .credentials(CredentialStore.inMemory())
                                .open()) {
            URI shop = URI.create("https://shop.example/return");
            Customer budi =
                    Customer.of(
                            "cust-1",
                            "Budi Santoso",
                            "budi@mail.example",
                            PhoneNumber.of("0812-3456-7890"));

            var linking =
                    (BindOutcome.AwaitingCustomer)
                            dompet.bind(new BindRequest("link-1", Wallet.OVO, budi, shop));
            URI cameBack = duitku.customer().confirm(linking.action()); // enters the PIN
            Binding ovo =
                    ((BindOutcome.Bound) dompet.completeBind(linking.attempt(), cameBack))
                            .binding();

            Payment order =
                    Payment.linked(
                            "order-1",
                            ovo,
                            budi,
                            Money.idr(25_000),
                            "Two coffees",
                            shop,
                            Instant.now());
            var paying = (PaymentOutcome.AwaitingCustomer) dompet.pay(order);
            duitku.customer().confirm(paying.action()); // enters the PIN
            return dompet.status(order); // Paid[..., amount=IDR 25000.00, ...]
        }
        // end
    }

    private static DompetConfig configurationFor(DuitkuSimulator duitku) {
        // snippet: simulator-settings
        return DompetConfig.of(
                Map.of(
                        "dompet.environment", "sandbox",
                        "dompet.providers", "duitku",
                        "dompet.duitku.merchant-code", duitku.merchantCode(),
                        "dompet.duitku.api-key", duitku.apiKey(),
                        "dompet.duitku.account-link-base-url",
                                duitku.accountLinkBaseUrl().toString(),
                        "dompet.duitku.web-api-base-url", duitku.webApiBaseUrl().toString(),
                        "dompet.duitku.callback-url", "https://shop.example/notify/duitku"));
        // end
    }
}
