package id.dompet.docs;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.Dompet;
import id.dompet.DompetConfig;
import id.dompet.http.HttpResponse;
import id.dompet.model.Binding;
import id.dompet.model.Customer;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.PhoneNumber;
import id.dompet.model.UnbindNotice;
import id.dompet.model.Wallet;
import id.dompet.spi.CredentialStore;
import id.dompet.testkit.duitku.CallbackMessage;
import id.dompet.testkit.duitku.CallbackMode;
import id.dompet.testkit.duitku.Channel;
import id.dompet.testkit.duitku.DuitkuSimulator;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The quoted programs do what the documents say they do. */
class ProgramsTest {
    private static final URI RETURN = URI.create("https://shop.example/return");
    private static final Customer BUDI =
            Customer.of(
                    "cust-1", "Budi Santoso", "budi@mail.example", PhoneNumber.of("081234567890"));

    @Test
    void theFirstProgramEndsPaid() {
        assertThat(FirstCharge.run())
                .isInstanceOfSatisfying(
                        PaymentOutcome.Paid.class,
                        paid -> assertThat(paid.amount()).isEqualTo(Money.idr(25_000)));
    }

    @Test
    void theShopLinksChargesHearsAndUnlinks() {
        try (DuitkuSimulator duitku =
                        DuitkuSimulator.builder().callbackMode(CallbackMode.MANUAL).start();
                Dompet dompet =
                        Dompet.builder(settings(duitku))
                                .credentials(CredentialStore.inMemory())
                                .open()) {
            duitku.wallet(Channel.OVO, "081234567890").balance(100_000);
            Shop shop = new Shop(dompet);

            URI page = shop.link("link-1", Wallet.OVO, BUDI, RETURN);
            URI cameBack = duitku.customer().confirm(page);
            String browser = cameBack.getRawPath() + "?" + cameBack.getRawQuery();
            assertThat(shop.linked("somebody-else", browser)).isEmpty();
            Binding ovo = shop.linked("cust-1", browser).orElseThrow();

            Payment order =
                    Payment.linked(
                            "order-1",
                            ovo,
                            BUDI,
                            Money.idr(25_000),
                            "Two coffees",
                            RETURN,
                            Instant.now());
            var paying = (PaymentOutcome.AwaitingCustomer) shop.pay(order);
            assertThat(shop.nextStep(order)).isEqualTo("send the customer to the wallet's page");
            duitku.customer().confirm(paying.action());

            byte[] callback = form(duitku.callbacks().messagesOf("order-1").get(0));
            HttpResponse answer =
                    shop.notified(
                            Map.of("Content-Type", List.of("application/x-www-form-urlencoded")),
                            callback);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(shop.nextStep(order)).isEqualTo("deliver, once");
            assertThat(duitku.ledger().chargedFor("order-1")).isEqualTo(25_000);

            UnbindNotice notice = shop.beforeUnlinking(ovo).orElseThrow();
            assertThat(notice.text()).contains("Toko Kopi");
            assertThat(shop.unlink(ovo)).isTrue();
        }
    }

    @Test
    void aForgedNotificationChangesNothing() {
        try (DuitkuSimulator duitku = DuitkuSimulator.builder().start();
                Dompet dompet =
                        Dompet.builder(settings(duitku))
                                .credentials(CredentialStore.inMemory())
                                .open()) {
            Shop shop = new Shop(dompet);
            byte[] forged =
                    ("merchantCode=%s&amount=25000&merchantOrderId=order-1&resultCode=00"
                                    + "&signature=00000000000000000000000000000000")
                            .formatted(duitku.merchantCode())
                            .getBytes(StandardCharsets.UTF_8);
            HttpResponse answer =
                    shop.notified(
                            Map.of("Content-Type", List.of("application/x-www-form-urlencoded")),
                            forged);
            assertThat(answer.status()).isBetween(400, 499);
        }
    }

    private static byte[] form(CallbackMessage message) {
        return message.parameters().stream()
                .map(
                        parameter ->
                                parameter.getKey()
                                        + "="
                                        + URLEncoder.encode(
                                                parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static DompetConfig settings(DuitkuSimulator duitku) {
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
    }
}
