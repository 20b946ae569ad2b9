package id.dompet.sandbox.soak;

import id.dompet.sandbox.soak.worker.Buyer;
import id.dompet.sandbox.soak.worker.SoakClock;
import id.dompet.sandbox.soak.worker.Way;
import id.dompet.sandbox.soak.worker.WorkerSettings;
import id.dompet.testkit.ChargeLedger.Movement;
import id.dompet.testkit.Fault;
import id.dompet.testkit.doku.DokuChannel;
import id.dompet.testkit.doku.DokuOperation;
import id.dompet.testkit.doku.DokuSimulator;
import id.dompet.testkit.doku.DokuTokenOptions;
import id.dompet.testkit.doku.MerchantEndpoints;
import id.dompet.testkit.duitku.Channel;
import id.dompet.testkit.duitku.DuitkuOperation;
import id.dompet.testkit.duitku.DuitkuSimulator;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Both simulated providers, with their customers. Thread-safe. */
final class Providers implements AutoCloseable {
    /** Enough for every order of a soak. */
    private static final long RICH = 1_000_000_000_000_000L;

    private static final Duration TOKEN = Duration.ofHours(1);

    private final DuitkuSimulator duitku;
    private final DokuSimulator doku;

    private Providers(DuitkuSimulator duitku, DokuSimulator doku) {
        this.duitku = duitku;
        this.doku = doku;
    }

    static Providers start(SoakClock clock) {
        DuitkuSimulator duitku =
                DuitkuSimulator.builder()
                        .clock(clock)
                        .defaultCash(RICH)
                        .callbackTimeout(Duration.ofSeconds(3))
                        .callbackOnExpiry(true)
                        .start();
        try {
            DokuSimulator doku =
                    DokuSimulator.builder()
                            .clock(clock)
                            .tokens(Providers::longLived)
                            .defaultCash(RICH)
                            .notificationTimeout(Duration.ofSeconds(3))
                            .notifiesExpiry(true)
                            .start();
            Providers providers = new Providers(duitku, doku);
            providers.emptyWallets();
            return providers;
        } catch (RuntimeException e) {
            duitku.close();
            throw e;
        }
    }

    /** On this clock, fifteen minutes would be over before a token is of any use. */
    private static void longLived(DokuTokenOptions tokens) {
        var unused = tokens.merchantLifetime(TOKEN).customerLifetime(TOKEN);
    }

    private void emptyWallets() {
        for (Channel channel : Channel.values()) {
            var unused = duitku.wallet(channel, Order.POOR.phone()).balance(1);
        }
        for (DokuChannel channel : List.of(DokuChannel.OVO, DokuChannel.DANA)) {
            var unused = doku.wallet(channel, Order.POOR.phone()).balance(1);
        }
    }

    /** What a merchant writes to use them, with notifications going to this address. */
    Map<String, String> settings(URI notify) {
        doku.notifications().registerMerchant(endpoints(notify.resolve("doku")));
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("dompet.environment", "sandbox");
        settings.put("dompet.providers", "duitku, doku");
        settings.put("dompet.route.SHOPEEPAY", "duitku");
        settings.put("dompet.route.default", "doku");
        settings.put("dompet.call-timeout", WorkerSettings.CALL_TIMEOUT.toMillis() + "ms");
        settings.put("dompet.question-timeout", WorkerSettings.CALL_TIMEOUT.toMillis() + "ms");
        settings.put("dompet.duitku.merchant-code", duitku.merchantCode());
        settings.put("dompet.duitku.api-key", duitku.apiKey());
        settings.put("dompet.duitku.account-link-base-url", duitku.accountLinkBaseUrl().toString());
        settings.put("dompet.duitku.web-api-base-url", duitku.webApiBaseUrl().toString());
        settings.put("dompet.duitku.callback-url", notify.resolve("duitku").toString());
        settings.put("dompet.doku.type", "doku-snap");
        settings.put("dompet.doku.client-id", doku.clientId());
        settings.put("dompet.doku.client-secret", doku.clientSecret());
        settings.put("dompet.doku.base-url", doku.baseUrl().toString());
        settings.put("dompet.doku.private-key", doku.merchantPrivateKeyPem().strip());
        settings.put("dompet.doku.doku-public-key", doku.dokuPublicKeyPem().strip());
        settings.put("dompet.doku.notification-url", notify.resolve("doku").toString());
        return settings;
    }

    private static MerchantEndpoints endpoints(URI address) {
        return new MerchantEndpoints(address, address, address);
    }

    /** The customer confirms a link; where the browser is sent to. */
    URI confirmLink(Way way, URI page) {
        return isDuitku(way) ? duitku.customer().confirm(page) : doku.customer().confirm(page);
    }

    /** The customer confirms a payment. */
    void confirm(Way way, Buyer buyer, URI page) {
        URI unused =
                isDuitku(way)
                        ? duitku.customer().confirm(page)
                        : way.isLinked()
                                ? doku.customer().confirm(page)
                                : doku.customer().confirmAs(page, buyer.phone());
    }

    /** The customer declines a payment. */
    void decline(Way way, URI page) {
        URI unused =
                isDuitku(way) ? duitku.customer().decline(page) : doku.customer().decline(page);
    }

    private static boolean isDuitku(Way way) {
        return way.provider().value().equals("duitku");
    }

    /** The next charge at this provider meets a fault. */
    void failCharge(Way way, Fault fault) {
        if (isDuitku(way)) {
            duitku.faults().next(DuitkuOperation.INQUIRY, fault);
        } else {
            doku.faults().next(DokuOperation.PAYMENT, fault);
        }
    }

    /** Whether a refund of this number was made, as a person would look it up. */
    boolean gaveBack(String paymentReference, String refundReference) {
        return doku.transaction(paymentReference).stream()
                .flatMap(payment -> payment.refunds().stream())
                .anyMatch(refund -> refund.partnerRefundNo().equals(refundReference));
    }

    /** The simulator itself, for its faults and its outbox. */
    DuitkuSimulator duitku() {
        return duitku;
    }

    /** The simulator itself, for its faults and its outbox. */
    DokuSimulator doku() {
        return doku;
    }

    /** How many requests met a fault. */
    long faults() {
        return duitku.faults().shown() + doku.faults().shown();
    }

    /** From now on nothing fails. */
    void behave() {
        duitku.faults().clear();
        doku.faults().clear();
    }

    /** Sends what is in the outboxes and due, once more. */
    void notifyAgain() {
        var unusedCallbacks = duitku.callbacks().deliverPending();
        var unusedNotifications = doku.notifications().deliverDue();
    }

    /** Everything that was really charged and given back. */
    List<Movement> movements() {
        return Stream.concat(
                        duitku.ledger().movements().stream(), doku.ledger().movements().stream())
                .toList();
    }

    @Override
    public void close() {
        duitku.close();
        doku.close();
    }
}
