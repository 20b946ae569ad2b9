package id.dompet.docs;

import id.dompet.Dompet;
import id.dompet.DompetConfig;
import id.dompet.http.HttpResponse;
import id.dompet.http.InboundRequest;
import id.dompet.ledger.Ledger;
import id.dompet.ledger.LedgerDatabase;
import id.dompet.ledger.LedgerEvent;
import id.dompet.ledger.LedgerPayment;
import id.dompet.ledger.LedgerRefund;
import id.dompet.ledger.crypt.EncryptionKeys;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.ProviderId;
import id.dompet.model.Refund;
import id.dompet.model.Secret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A backend whose payments are in a database. */
final class DurableShop implements AutoCloseable {
    private final List<String> shipped = new ArrayList<>();
    private final Dompet dompet;
    private final Ledger ledger;

    DurableShop(DataSource source, DompetConfig config, Secret key) {
        // snippet: open-ledger
        LedgerDatabase database = LedgerDatabase.open(source, EncryptionKeys.of("2026-11", key));
        dompet =
                Dompet.builder(config)
                        .credentials(database.credentials())
                        .mustServe(database.providersInUse())
                        .open();
        ledger = Ledger.builder(dompet, database).handler(this::changed).open().start();
        // end
    }

    Ledger ledger() {
        return ledger;
    }

    List<String> shipped() {
        synchronized (shipped) {
            return List.copyOf(shipped);
        }
    }

    // snippet: use-ledger
    LedgerPayment checkOut(Payment payment) {
        return ledger.pay(payment); // written down, then sent, once
    }

    HttpResponse notified(ProviderId provider, InboundRequest inbound) {
        return ledger.receive(provider, inbound);
    }

    private void changed(LedgerEvent event) {
        if (event.alert().isPresent()) {
            page(event.alert().get() + ": look at " + event.payment().reference());
        }
        switch (event.state()) {
            case PAID -> ship(event.payment().reference());
            case DECLINED, REVERSED, NOT_SENT -> cancel(event.payment().reference());
            case SENDING, UNKNOWN, AWAITING_CUSTOMER, PROCESSING -> {}
        }
    }

    // end

    LedgerRefund giveBack(String order, Money amount) {
        // snippet: refund-ledger
        Payment paid = ledger.find(order).orElseThrow().payment();
        Refund refund = new Refund("refund-" + order, paid, amount, "Sold out", Instant.now());
        return ledger.refund(refund); // written down, then sent, once; never more than was paid
        // end
    }

    private void page(String text) {
        System.Logger log = System.getLogger("shop");
        log.log(System.Logger.Level.ERROR, text);
    }

    private void ship(String order) {
        synchronized (shipped) {
            if (!shipped.contains(order)) {
                shipped.add(order);
            }
        }
    }

    private void cancel(String order) {
        synchronized (shipped) {
            boolean unused = shipped.remove(order);
        }
    }

    @Override
    public void close() {
        ledger.close();
        dompet.close();
    }
}
