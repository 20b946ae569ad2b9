package id.dompet.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.dompet.Dompet;
import id.dompet.DompetConfig;
import id.dompet.benchmarks.server.Answers;
import id.dompet.http.InboundRequest;
import id.dompet.model.Binding;
import id.dompet.model.Customer;
import id.dompet.model.LineItem;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PhoneNumber;
import id.dompet.model.ProviderId;
import id.dompet.model.Secret;
import id.dompet.model.Wallet;
import id.dompet.sign.HmacKey;
import id.dompet.spi.CredentialStore;
import id.dompet.spi.CredentialStore.Credential;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** A merchant with one linked OVO wallet at each provider, and an order of the usual size. */
public final class Shop {
    /** The instance at DOKU. */
    public static final ProviderId DOKU = new ProviderId("doku-snap");

    /** The instance at Duitku. */
    public static final ProviderId DUITKU = new ProviderId("duitku");

    /** Signs what goes to and comes from DOKU. */
    public static final Secret CLIENT_SECRET = Secret.of("SK-1n2Ab3Cd4Ef5Gh6Ij7Kl8Mn9Op0Q");

    /** DOKU's name for the merchant. */
    public static final String CLIENT_ID = "BRN-0211-1696919651918";

    /** Duitku's name for the merchant. */
    public static final String MERCHANT_CODE = "D0001";

    /** Signs what goes to and comes from Duitku. */
    public static final Secret API_KEY = Secret.of("732B39FC61796845775D2C4FB05332AF");

    private static final URI RETURN = URI.create("https://shop.example/checkout/return");
    private static final Customer CUSTOMER =
            Customer.of(
                    "customer-000123",
                    "Budi Santoso",
                    "budi.santoso@mail.example",
                    PhoneNumber.of("081234567890"));

    private final Keys keys;

    /** One with these keys for DOKU. */
    public Shop(Keys keys) {
        this.keys = keys;
    }

    /** A facade for both providers at this address. */
    public Dompet open(URI base, Optional<SSLContext> trust) {
        return open(base, trust, credentials());
    }

    /** The same with another store. */
    public Dompet open(URI base, Optional<SSLContext> trust, CredentialStore store) {
        Dompet.Builder builder = Dompet.builder(config(base)).credentials(store);
        trust.ifPresent(builder::ssl);
        return builder.open();
    }

    /** The settings, at this address. */
    public DompetConfig config(URI base) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("dompet.environment", "sandbox");
        settings.put("dompet.providers", "doku-snap, duitku");
        settings.put("dompet.route.default", "doku-snap");
        settings.put("dompet.doku-snap.client-id", CLIENT_ID);
        settings.put("dompet.doku-snap.client-secret", CLIENT_SECRET.reveal());
        settings.put("dompet.doku-snap.private-key", keys.privatePem());
        settings.put("dompet.doku-snap.doku-public-key", keys.publicPem());
        settings.put("dompet.doku-snap.base-url", base.toString());
        settings.put("dompet.duitku.merchant-code", MERCHANT_CODE);
        settings.put("dompet.duitku.api-key", API_KEY.reveal());
        settings.put("dompet.duitku.account-link-base-url", base.toString());
        settings.put("dompet.duitku.web-api-base-url", base.toString());
        settings.put("dompet.duitku.callback-url", "https://shop.example/notify/duitku");
        return DompetConfig.of(settings);
    }

    /** A store that has what linking left in it. */
    public static CredentialStore credentials() {
        CredentialStore store = CredentialStore.inMemory();
        for (ProviderId provider : List.of(DOKU, DUITKU)) {
            store.save(
                    new CredentialStore.Key(provider, binding(provider).id()),
                    Credential.of(
                            Secret.of("a6975f82d00a4ddcac0b9c8e2d3c7b1f"), CUSTOMER.reference()));
        }
        return store;
    }

    /** The linked wallet. */
    public static Binding binding(ProviderId provider) {
        return new Binding(
                "ovo-5f3c9d1e7a2b4c6d8e0f1a2b3c4d5e6f70819203",
                provider,
                Wallet.OVO,
                CUSTOMER.reference(),
                Instant.EPOCH);
    }

    /** A callback of Duitku's about {@link Answers#ORDER}, which it says is paid. */
    public static InboundRequest callback() {
        String signed = MERCHANT_CODE + Answers.AMOUNT + Answers.ORDER;
        String form =
                ("merchantCode=%s&amount=%d&merchantOrderId=%s&productDetail=Order+20261128-000123"
                                + "&additionalParam=&paymentCode=OL&resultCode=00&merchantUserId="
                                + "customer-000123&reference=D0001CX80TZJ85Q70QCI&publisherOrderId="
                                + "MGUHWKJX3M1KMSQN5&settlementDate=2026-11-30&signature=%s")
                        .formatted(
                                MERCHANT_CODE,
                                Answers.AMOUNT,
                                Answers.ORDER,
                                HmacKey.sha256(API_KEY).hex(signed.getBytes(UTF_8)));
        return InboundRequest.of(
                "POST",
                "/notify/duitku",
                Map.of("Content-Type", List.of("application/x-www-form-urlencoded")),
                form.getBytes(UTF_8));
    }

    /** A charge of three lines; its body has about 600 bytes at DOKU. */
    public static Payment payment(ProviderId provider, String reference, long amount) {
        return Payment.linked(
                        reference,
                        binding(provider),
                        CUSTOMER,
                        Money.idr(amount),
                        "Order 20261128-000123 at Kopi Senja",
                        RETURN,
                        Instant.now())
                .withItems(
                        List.of(
                                new LineItem("Kopi susu gula aren", 2, Money.idr(50_000)),
                                new LineItem("Roti bakar cokelat", 1, Money.idr(40_000)),
                                new LineItem(
                                        "Biji kopi Gayo 250 g", 1, Money.idr(amount - 90_000))));
    }
}
