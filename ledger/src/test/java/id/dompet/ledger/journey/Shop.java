package id.dompet.ledger.journey;

import id.dompet.http.HttpResponse;
import id.dompet.http.InboundRequest;
import id.dompet.model.BindOutcome;
import id.dompet.model.BindRequest;
import id.dompet.model.Binding;
import id.dompet.model.ProviderId;
import id.dompet.model.Wallet;
import id.dompet.testkit.AdjustableClock;
import id.dompet.testkit.duitku.CallbackMode;
import id.dompet.testkit.duitku.DuitkuSimulator;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** A backend with a simulated Duitku. */
final class Shop extends Backend {
    static final ProviderId DUITKU = new ProviderId("duitku");

    final DuitkuSimulator duitku;

    private Shop(DataSource source, AdjustableClock clock, DuitkuSimulator duitku) {
        super(source, clock, settings(duitku));
        this.duitku = duitku;
    }

    static Shop open(DataSource source) {
        AdjustableClock clock = AdjustableClock.at(MORNING);
        return new Shop(
                source,
                clock,
                DuitkuSimulator.builder().clock(clock).callbackMode(CallbackMode.MANUAL).start());
    }

    private static Map<String, String> settings(DuitkuSimulator duitku) {
        return Map.of(
                "dompet.environment", "sandbox",
                "dompet.providers", "duitku",
                "dompet.question-repeats", "0",
                "dompet.call-timeout", "20s",
                "dompet.duitku.merchant-code", duitku.merchantCode(),
                "dompet.duitku.api-key", duitku.apiKey(),
                "dompet.duitku.account-link-base-url", duitku.accountLinkBaseUrl().toString(),
                "dompet.duitku.web-api-base-url", duitku.webApiBaseUrl().toString(),
                "dompet.duitku.callback-url", "https://shop.example/notify/duitku");
    }

    Binding link() {
        BindRequest request = new BindRequest(reference("link"), Wallet.OVO, BUDI, RETURN);
        var awaiting = (BindOutcome.AwaitingCustomer) ledger.bind(request);
        URI cameBack = duitku.customer().confirm(awaiting.action());
        BindOutcome outcome =
                ledger.completeBind(
                        BUDI.reference(), awaiting.attempt().nonce(), cameBack.toString());
        return ((BindOutcome.Bound) outcome).binding();
    }

    /** The provider's callback about an order, as it reached the shop. */
    HttpResponse callback(String body) {
        return ledger.receive(
                DUITKU,
                InboundRequest.of(
                        "POST",
                        "/notify/duitku",
                        Map.of("Content-Type", List.of("application/x-www-form-urlencoded")),
                        body.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        super.close();
        duitku.close();
    }
}
