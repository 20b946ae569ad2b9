package id.dompet.sandbox.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.dompet.Dompet;
import id.dompet.DompetConfig;
import id.dompet.model.BindOutcome;
import id.dompet.model.BindRequest;
import id.dompet.model.Customer;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.PhoneNumber;
import id.dompet.model.ProviderId;
import id.dompet.model.Wallet;
import id.dompet.sandbox.web.Reply;
import id.dompet.sandbox.web.Router;
import id.dompet.sandbox.web.Site;
import id.dompet.sandbox.web.WebServer;
import id.dompet.spi.CredentialStore;
import id.dompet.testkit.doku.DokuSimulator;
import id.dompet.testkit.doku.MerchantEndpoints;
import id.dompet.testkit.duitku.DuitkuSimulator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Both simulators with their console, a merchant that charges, and a script at the controls. */
final class Desk implements AutoCloseable {
    static final String TOKEN = "test-token";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Customer BUDI =
            Customer.of("cust-1", "Budi", "budi@mail.example", PhoneNumber.of("081234567890"))
                    .on(new Customer.Device("device1", "203.0.113.7", "app", "Pixel 9", "android"));
    private static final URI SHOP = URI.create("https://shop.example/return");

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger notified = new AtomicInteger();
    private final SandboxClock clock = new SandboxClock(InstantSource.fixed(Instant.now()));
    private final WebServer merchant =
            WebServer.start(
                    Site.of(
                            "merchant",
                            new Router()
                                    .inbound(
                                            "/notify",
                                            request -> {
                                                notified.incrementAndGet();
                                                return Reply.text(200, "OK");
                                            })),
                    WebServer.LOOPBACK,
                    0);
    private final DuitkuSimulator duitku = DuitkuSimulator.builder().clock(clock).start();
    private final DokuSimulator doku =
            DokuSimulator.builder().clock(clock).requiresCustomerHeaders(false).start();
    private final Console console =
            Console.start(
                    duitku,
                    doku,
                    clock,
                    new Console.Options(WebServer.LOOPBACK, 0, TOKEN, List.of(), Optional.empty()));
    private final Dompet dompet;

    Desk() {
        URI notify = URI.create(merchant.url() + "notify");
        doku.notifications().registerMerchant(new MerchantEndpoints(notify, notify, notify));
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("dompet.environment", "sandbox");
        settings.put("dompet.providers", "duitku, doku");
        settings.put("dompet.route.default", "duitku");
        settings.put("dompet.duitku.type", "duitku");
        settings.put("dompet.duitku.merchant-code", duitku.merchantCode());
        settings.put("dompet.duitku.api-key", duitku.apiKey());
        settings.put("dompet.duitku.account-link-base-url", duitku.accountLinkBaseUrl().toString());
        settings.put("dompet.duitku.web-api-base-url", duitku.webApiBaseUrl().toString());
        settings.put("dompet.duitku.callback-url", notify.toString());
        settings.put("dompet.doku.type", "doku-snap");
        settings.put("dompet.doku.client-id", doku.clientId());
        settings.put("dompet.doku.client-secret", doku.clientSecret());
        settings.put("dompet.doku.base-url", doku.baseUrl().toString());
        settings.put("dompet.doku.private-key", bare(doku.merchantPrivateKeyPem()));
        settings.put("dompet.doku.doku-public-key", bare(doku.dokuPublicKeyPem()));
        settings.put("dompet.doku.notification-url", notify.toString());
        dompet =
                Dompet.builder(DompetConfig.of(settings))
                        .credentials(CredentialStore.inMemory())
                        .open();
    }

    /** The merchant links OVO at Duitku, and the customer confirms. */
    BindOutcome.Bound link() {
        var linking =
                (BindOutcome.AwaitingCustomer)
                        dompet.bind(new BindRequest("link-1", Wallet.OVO, BUDI, SHOP));
        URI back = duitku.customer().confirm(linking.action());
        return (BindOutcome.Bound) dompet.completeBind(linking.attempt(), back.toString());
    }

    /** The merchant charges at Duitku; nobody has decided. */
    PaymentOutcome charge(BindOutcome.Bound link, String reference) {
        return dompet.pay(
                Payment.linked(
                        reference,
                        link.binding(),
                        BUDI,
                        Money.idr(25_000),
                        "Two coffees",
                        SHOP,
                        clock.instant()));
    }

    /** The merchant charges at DOKU, in DANA's app; nobody has decided. */
    PaymentOutcome chargeAtDoku(String reference) {
        return dompet.pay(
                Payment.redirect(
                        reference,
                        new ProviderId("doku"),
                        Wallet.DANA,
                        BUDI,
                        Money.idr(40_000),
                        "Batik",
                        SHOP,
                        clock.instant()));
    }

    /** What a script is answered. */
    record Answer(int status, JsonNode body) {
        String said() {
            return body.path(status == 200 ? "done" : "error").asText();
        }
    }

    Answer post(String path, String... namesAndValues) throws Exception {
        var body = JSON.createObjectNode();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return send(
                HttpRequest.newBuilder(at("api/" + path))
                        .header("Authorization", "Bearer " + TOKEN)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    Answer get(String path) throws Exception {
        return send(HttpRequest.newBuilder(at("api" + (path.isEmpty() ? "" : "/" + path))));
    }

    Answer send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer =
                client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
    }

    String page(String path) throws Exception {
        return client.send(
                        HttpRequest.newBuilder(at(path)).header("Accept", "text/html").build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    URI at(String path) {
        return URI.create(console.url() + path);
    }

    DuitkuSimulator duitku() {
        return duitku;
    }

    DokuSimulator doku() {
        return doku;
    }

    int notified() {
        return notified.get();
    }

    @Override
    public void close() {
        dompet.close();
        console.close();
        duitku.close();
        doku.close();
        merchant.close();
    }

    private static String bare(String pem) {
        return pem.replaceAll("-----[A-Z ]+-----|\\s", "");
    }
}
