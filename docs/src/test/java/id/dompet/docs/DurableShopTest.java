package id.dompet.docs;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.DompetConfig;
import id.dompet.http.InboundRequest;
import id.dompet.ledger.LedgerPayment;
import id.dompet.ledger.PaymentState;
import id.dompet.model.BindOutcome;
import id.dompet.model.BindRequest;
import id.dompet.model.Binding;
import id.dompet.model.Customer;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.PhoneNumber;
import id.dompet.model.ProviderId;
import id.dompet.model.Secret;
import id.dompet.model.Wallet;
import id.dompet.testkit.FormText;
import id.dompet.testkit.duitku.CallbackMode;
import id.dompet.testkit.duitku.DuitkuSimulator;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program that the ledger's page quotes, run. */
class DurableShopTest {
    private static final URI SHOP = URI.create("https://shop.example/return");
    private static final Customer BUDI =
            Customer.of("cust-1", "Budi", "budi@mail.example", PhoneNumber.of("0812-3456-7890"));

    @TempDir Path folder;

    @Test
    void aPaymentIsShippedOnce() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + folder.resolve("shop"));
        try (DuitkuSimulator duitku =
                        DuitkuSimulator.builder().callbackMode(CallbackMode.MANUAL).start();
                DurableShop shop =
                        new DurableShop(
                                source,
                                config(duitku),
                                Secret.of("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="))) {
            Payment order =
                    Payment.linked(
                            "order-1",
                            link(duitku, shop),
                            BUDI,
                            Money.idr(25_000),
                            "Two coffees",
                            SHOP,
                            Instant.now());
            LedgerPayment paying = shop.checkOut(order);
            var awaiting = (PaymentOutcome.AwaitingCustomer) paying.outcome().orElseThrow();
            assertThat(duitku.customer().confirm(awaiting.action())).isNotNull();
            for (int delivery = 0; delivery < 2; delivery++) {
                assertThat(shop.notified(new ProviderId("duitku"), callback(duitku)).status())
                        .isEqualTo(200);
            }
            assertThat(shop.ledger().find("order-1").orElseThrow().state())
                    .isEqualTo(PaymentState.PAID);
            while (shop.shipped().isEmpty()) {
                int unused = shop.ledger().deliver();
            }
            assertThat(shop.shipped()).containsExactly("order-1");
        }
    }

    private static Binding link(DuitkuSimulator duitku, DurableShop shop) {
        var awaiting =
                (BindOutcome.AwaitingCustomer)
                        shop.ledger().bind(new BindRequest("link-1", Wallet.OVO, BUDI, SHOP));
        URI cameBack = duitku.customer().confirm(awaiting.action());
        BindOutcome outcome =
                shop.ledger()
                        .completeBind("cust-1", awaiting.attempt().nonce(), cameBack.toString());
        return ((BindOutcome.Bound) outcome).binding();
    }

    private static InboundRequest callback(DuitkuSimulator duitku) {
        Map<String, String> fields = new LinkedHashMap<>();
        duitku.callbacks()
                .messagesOf("order-1")
                .get(0)
                .parameters()
                .forEach(field -> fields.put(field.getKey(), field.getValue()));
        return InboundRequest.of(
                "POST",
                "/notify/duitku",
                Map.of("Content-Type", List.of("application/x-www-form-urlencoded")),
                FormText.write(fields).getBytes(StandardCharsets.UTF_8));
    }

    private static DompetConfig config(DuitkuSimulator duitku) {
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
