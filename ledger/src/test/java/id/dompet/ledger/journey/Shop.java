package id.dompet.ledger.journey;

import id.dompet.Dompet;
import id.dompet.DompetConfig;
import id.dompet.http.HttpResponse;
import id.dompet.http.InboundRequest;
import id.dompet.ledger.Durability;
import id.dompet.ledger.Ledger;
import id.dompet.ledger.LedgerDatabase;
import id.dompet.ledger.LedgerEvent;
import id.dompet.ledger.crypt.EncryptionKeys;
import id.dompet.model.BindOutcome;
import id.dompet.model.BindRequest;
import id.dompet.model.Binding;
import id.dompet.model.Customer;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PhoneNumber;
import id.dompet.model.ProviderId;
import id.dompet.model.Secret;
import id.dompet.model.Wallet;
import id.dompet.spi.TimeSource;
import id.dompet.testkit.AdjustableClock;
import id.dompet.testkit.duitku.CallbackMode;
import id.dompet.testkit.duitku.DuitkuSimulator;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A merchant's backend with one simulated provider, on a clock that tests move. */
final class Shop implements AutoCloseable {
    static final ProviderId DUITKU = new ProviderId("duitku");
    static final Customer BUDI =
            Customer.of(
                    "cust-1",
                    "Budi Santoso",
                    "budi@mail.example",
                    PhoneNumber.of("0812-3456-7890"));
    static final URI RETURN = URI.create("https://shop.example/return");
    static final EncryptionKeys KEYS =
            EncryptionKeys.of(
                    "test-1",
                    Secret.of(
                            Base64.getEncoder()
                                    .encodeToString(
                                            "0123456789abcdef0123456789abcdef"
                                                    .getBytes(StandardCharsets.UTF_8))));
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    final AdjustableClock clock = AdjustableClock.at(Instant.parse("2026-11-20T03:00:00Z"));
    final DuitkuSimulator duitku =
            DuitkuSimulator.builder().clock(clock).callbackMode(CallbackMode.MANUAL).start();
    final List<LedgerEvent> heard = new CopyOnWriteArrayList<>();
    final Dompet dompet;
    final Ledger ledger;
    final LedgerDatabase database;
    private volatile boolean failing;

    Shop(DataSource source) {
        database =
                LedgerDatabase.open(
                        source, KEYS, Durability.PROCESS_DEATH, LedgerDatabase.Tables.CREATE);
        dompet =
                Dompet.builder(config())
                        .credentials(database.credentials())
                        .mustServe(database.providersInUse())
                        .time(time())
                        .open();
        ledger = another();
    }

    /** Another instance of the backend on the same database. */
    Ledger another() {
        return Ledger.builder(dompet, database).handler(this::handle).time(time()).open();
    }

    /** Whether the handler throws whatever it is told. */
    void failing(boolean value) {
        failing = value;
    }

    private void handle(LedgerEvent event) {
        if (failing) {
            throw new IllegalStateException("the shop's own table is locked");
        }
        heard.add(event);
    }

    private DompetConfig config() {
        return DompetConfig.of(
                Map.of(
                        "dompet.environment", "sandbox",
                        "dompet.providers", "duitku",
                        "dompet.question-repeats", "0",
                        "dompet.call-timeout", "2s",
                        "dompet.duitku.merchant-code", duitku.merchantCode(),
                        "dompet.duitku.api-key", duitku.apiKey(),
                        "dompet.duitku.account-link-base-url",
                                duitku.accountLinkBaseUrl().toString(),
                        "dompet.duitku.web-api-base-url", duitku.webApiBaseUrl().toString(),
                        "dompet.duitku.callback-url", "https://shop.example/notify/duitku"));
    }

    private TimeSource time() {
        return new TimeSource() {
            @Override
            public Instant now() {
                return clock.instant();
            }

            // Deadlines stay real, so that a test of a hanging server ends.
            @Override
            public long nanoTime() {
                return System.nanoTime();
            }

            @Override
            public void sleep(Duration time) {
                Instant unused = clock.advance(time);
            }
        };
    }

    Binding link() {
        BindRequest request =
                new BindRequest("link-" + NUMBERS.incrementAndGet(), Wallet.OVO, BUDI, RETURN);
        var awaiting = (BindOutcome.AwaitingCustomer) ledger.bind(request);
        URI cameBack = duitku.customer().confirm(awaiting.action());
        BindOutcome outcome =
                ledger.completeBind(
                        BUDI.reference(), awaiting.attempt().nonce(), cameBack.toString());
        return ((BindOutcome.Bound) outcome).binding();
    }

    Payment payment(Binding binding, long rupiah) {
        return payment("order-" + NUMBERS.incrementAndGet(), binding, rupiah);
    }

    Payment payment(String reference, Binding binding, long rupiah) {
        return Payment.linked(
                reference,
                binding,
                BUDI,
                Money.idr(rupiah),
                "Two coffees",
                RETURN,
                clock.instant());
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

    /** Time passes, open payments are asked about, and the handler hears of it. */
    void later(Duration time) {
        Instant unused = clock.advance(time);
        int asked = ledger.reconcile();
        int told = deliverAll();
        if (asked + told < 0) {
            throw new IllegalStateException("counts are not negative");
        }
    }

    /** Every event that the handler takes now. */
    int deliverAll() {
        int all = 0;
        int round;
        do {
            round = ledger.deliver();
            all += round;
        } while (round > 0);
        return all;
    }

    @Override
    public void close() {
        ledger.close();
        dompet.close();
        duitku.close();
    }
}
