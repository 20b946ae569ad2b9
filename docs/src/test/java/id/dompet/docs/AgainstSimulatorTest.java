package id.dompet.docs;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.Dompet;
import id.dompet.DompetConfig;
import id.dompet.model.Binding;
import id.dompet.model.Customer;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.PhoneNumber;
import id.dompet.model.Wallet;
import id.dompet.spi.CredentialStore;
import id.dompet.testkit.Fault;
import id.dompet.testkit.duitku.CallbackMode;
import id.dompet.testkit.duitku.DuitkuOperation;
import id.dompet.testkit.duitku.DuitkuSimulator;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The same merchant against a provider's own protocol. */
class AgainstSimulatorTest {
    private static final URI RETURN = URI.create("https://shop.example/return");
    private static final Customer BUDI =
            Customer.of("cust-1", "Budi", "budi@mail.example", PhoneNumber.of("081234567890"));

    // snippet: start
    @AutoClose
    private final DuitkuSimulator duitku =
            DuitkuSimulator.builder().callbackMode(CallbackMode.MANUAL).start();

    @AutoClose
    private final Dompet dompet =
            Dompet.builder(
                            DompetConfig.of(
                                    Map.of(
                                            "dompet.environment", "sandbox",
                                            "dompet.providers", "duitku",
                                            "dompet.duitku.merchant-code", duitku.merchantCode(),
                                            "dompet.duitku.api-key", duitku.apiKey(),
                                            "dompet.duitku.callback-url",
                                                    "https://shop.example/notify/duitku",
                                            "dompet.duitku.account-link-base-url",
                                                    duitku.accountLinkBaseUrl().toString(),
                                            "dompet.duitku.web-api-base-url",
                                                    duitku.webApiBaseUrl().toString())))
                    .credentials(CredentialStore.inMemory())
                    .open();

    private final Shop shop = new Shop(dompet);

    @Test
    void aLostConnectionIsNoReasonToSendAgain() {
        URI page = shop.link("link-1", Wallet.OVO, BUDI, RETURN);
        URI cameBack = duitku.customer().confirm(page); // the customer's PIN
        Binding ovo = shop.linked("cust-1", cameBack.toString()).orElseThrow();
        duitku.faults().next(DuitkuOperation.INQUIRY, Fault.connectionReset().afterEffect());
        Payment order =
                Payment.linked(
                        "order-1", ovo, BUDI, Money.idr(25_000), "Coffee", RETURN, Instant.now());
        assertThat(shop.pay(order).state()).isEqualTo(PaymentOutcome.State.UNKNOWN);
        assertThat(duitku.journal().count(DuitkuOperation.INQUIRY)).isEqualTo(1);
        assertThat(duitku.ledger().chargedFor("order-1")).isZero();
    }
    // end
}
