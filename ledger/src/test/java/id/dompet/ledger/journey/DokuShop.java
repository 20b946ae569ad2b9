package id.dompet.ledger.journey;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.dompet.http.HttpResponse;
import id.dompet.http.InboundRequest;
import id.dompet.model.BindOutcome;
import id.dompet.model.BindRequest;
import id.dompet.model.Binding;
import id.dompet.model.Customer;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.ProviderId;
import id.dompet.model.Refund;
import id.dompet.model.Wallet;
import id.dompet.testkit.AdjustableClock;
import id.dompet.testkit.doku.DokuSimulator;
import id.dompet.testkit.doku.MerchantEndpoints;
import id.dompet.testkit.doku.NotificationMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import javax.sql.DataSource;

/** A backend with a simulated DOKU, which reaches it over HTTP. */
final class DokuShop extends Backend {
    static final ProviderId DOKU = new ProviderId("doku");

    final DokuSimulator doku;
    private final HttpServer server;

    private DokuShop(DataSource source, AdjustableClock clock, DokuSimulator doku) {
        super(source, clock, settings(doku));
        this.doku = doku;
        this.server = listen();
    }

    static DokuShop open(DataSource source) {
        AdjustableClock clock = AdjustableClock.at(MORNING);
        return new DokuShop(
                source,
                clock,
                DokuSimulator.builder()
                        .clock(clock)
                        .requiresCustomerHeaders(false)
                        .notificationMode(NotificationMode.MANUAL)
                        .start());
    }

    private static Map<String, String> settings(DokuSimulator doku) {
        return Map.of(
                "dompet.environment",
                "sandbox",
                "dompet.providers",
                "doku",
                "dompet.question-repeats",
                "0",
                "dompet.call-timeout",
                "20s",
                "dompet.doku.type",
                "doku-snap",
                "dompet.doku.client-id",
                doku.clientId(),
                "dompet.doku.client-secret",
                doku.clientSecret(),
                "dompet.doku.private-key",
                doku.merchantPrivateKeyPem().strip(),
                "dompet.doku.doku-public-key",
                doku.dokuPublicKeyPem().strip(),
                "dompet.doku.base-url",
                doku.baseUrl().toString());
    }

    private HttpServer listen() {
        try {
            HttpServer started =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.createContext("/notify/doku", this::notified);
            started.start();
            URI address =
                    URI.create(
                            "http://127.0.0.1:%d/notify/doku"
                                    .formatted(started.getAddress().getPort()));
            doku.notifications().registerMerchant(new MerchantEndpoints(address, address, address));
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void notified(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpResponse answer =
                    ledger.receive(
                            DOKU,
                            InboundRequest.of(
                                    exchange.getRequestMethod(),
                                    exchange.getRequestURI().toString(),
                                    exchange.getRequestHeaders(),
                                    exchange.getRequestBody().readAllBytes()));
            answer.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            byte[] body = answer.body().bytes();
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    Binding link() {
        BindRequest request = new BindRequest(reference("link"), Wallet.OVO, BUDI, RETURN);
        var awaiting = (BindOutcome.AwaitingCustomer) ledger.bind(request);
        URI cameBack = doku.customer().confirm(awaiting.action());
        BindOutcome outcome =
                ledger.completeBind(
                        BUDI.reference(), awaiting.attempt().nonce(), cameBack.toString());
        return ((BindOutcome.Bound) outcome).binding();
    }

    /** Paid in the wallet's own app. */
    Payment redirect(Wallet wallet, long rupiah) {
        return Payment.redirect(
                reference("order"),
                DOKU,
                wallet,
                BUDI.on(
                        new Customer.Device(
                                "device1", "203.0.113.7", "WEB", "Pixel", "Android 15")),
                Money.idr(rupiah),
                "Two coffees",
                RETURN,
                clock.instant());
    }

    Refund refund(Payment payment, long rupiah) {
        return refund(reference("refund"), payment, rupiah);
    }

    Refund refund(String reference, Payment payment, long rupiah) {
        return new Refund(
                reference, payment, Money.idr(rupiah), "One cup was cold", clock.instant());
    }

    @Override
    public void close() {
        server.stop(0);
        super.close();
        doku.close();
    }
}
