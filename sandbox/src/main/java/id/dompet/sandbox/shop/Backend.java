package id.dompet.sandbox.shop;

import id.dompet.Dompet;
import id.dompet.DompetConfig;
import id.dompet.http.HttpResponse;
import id.dompet.http.InboundRequest;
import id.dompet.ledger.Ledger;
import id.dompet.ledger.LedgerDatabase;
import id.dompet.ledger.LedgerEvent;
import id.dompet.ledger.RefundEvent;
import id.dompet.ledger.crypt.EncryptionKeys;
import id.dompet.ledger.store.PaymentStore;
import id.dompet.model.Decline;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.ProviderId;
import id.dompet.model.Secret;
import id.dompet.spi.TimeSource;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The merchant's side of it all: opens the library with one configuration, hears notifications, and
 * acts on what the ledger reports. Thread-safe.
 */
final class Backend implements AutoCloseable {
    private final Dompet dompet;
    private final Ledger ledger;
    private final OrderBook book;
    private final Wallets wallets;
    private final Orders orders;
    private final Runnable screens;

    /**
     * The merchant's own.
     *
     * @param key what the ledger encrypts with
     * @param screens shows customers that something has changed
     */
    record Own(
            DataSource source,
            Secret key,
            OrderBook book,
            URI address,
            TimeSource time,
            Runnable screens) {}

    Backend(Own own, DompetConfig config) {
        book = own.book();
        screens = own.screens();
        LedgerDatabase database =
                LedgerDatabase.open(own.source(), EncryptionKeys.of("shop", own.key()));
        dompet =
                Dompet.builder(config)
                        .credentials(database.credentials())
                        .mustServe(database.providersInUse())
                        .time(own.time())
                        .open();
        ledger =
                Ledger.builder(dompet, database)
                        .handler(this::changed)
                        .refundHandler(this::changed)
                        .time(own.time())
                        .interval(Duration.ofMillis(250))
                        .open();
        wallets = new Wallets(dompet, ledger, own.address().resolve("/linked"));
        orders = new Orders(dompet, ledger, book, own.address().resolve("/orders/"), own.time());
        // From now on it asks about open payments and reports changes.
        Ledger unused = ledger.start();
    }

    Wallets wallets() {
        return wallets;
    }

    Orders orders() {
        return orders;
    }

    Set<ProviderId> providers() {
        return dompet.providers().keySet();
    }

    PaymentStore.Backlog backlog() {
        return ledger.backlog();
    }

    // snippet: shop-notified
    /** {@code POST /notify/{provider}}: the raw bytes go in, and what comes back is answered. */
    HttpResponse notified(ProviderId provider, InboundRequest inbound) {
        return ledger.receive(provider, inbound);
    }

    /** Every change of a payment, at least once, in order: the one place that acts on it. */
    private void changed(LedgerEvent event) {
        String order = event.payment().reference();
        book.happened(order, new Order.Event(event.number(), event.at(), Words.of(event)));
        switch (event.state()) {
            case PAID -> book.move(order, Order.Status.IN_THE_MAKING);
            case DECLINED -> {
                book.move(order, Order.Status.CANCELLED);
                takeAwayIfDead(event);
            }
            case REVERSED -> book.move(order, Order.Status.GIVEN_BACK);
            // NOT_SENT can be paid again, and nobody acts on what is still open.
            case NOT_SENT, SENDING, UNKNOWN, AWAITING_CUSTOMER, PROCESSING -> {}
        }
        screens.run();
    }

    // end

    /** A link that the customer ended in the wallet's app is not offered again. */
    private void takeAwayIfDead(LedgerEvent event) {
        boolean dead =
                event.outcome()
                        .filter(PaymentOutcome.Declined.class::isInstance)
                        .map(no -> ((PaymentOutcome.Declined) no).decline().reason())
                        .filter(Decline.Reason.BINDING_INVALID::equals)
                        .isPresent();
        if (dead) {
            event.payment().binding().ifPresent(wallets::unlink);
        }
    }

    private void changed(RefundEvent event) {
        String order = event.refund().payment().reference();
        book.happened(order, new Order.Event(event.number(), event.at(), Words.of(event)));
        screens.run();
    }

    @Override
    public void close() {
        ledger.close();
        dompet.close();
    }
}
