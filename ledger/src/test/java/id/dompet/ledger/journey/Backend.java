package id.dompet.ledger.journey;

import id.dompet.Dompet;
import id.dompet.DompetConfig;
import id.dompet.ledger.Durability;
import id.dompet.ledger.Ledger;
import id.dompet.ledger.LedgerBuilder;
import id.dompet.ledger.LedgerDatabase;
import id.dompet.ledger.LedgerEvent;
import id.dompet.ledger.RefundEvent;
import id.dompet.ledger.crypt.EncryptionKeys;
import id.dompet.model.Binding;
import id.dompet.model.Customer;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PhoneNumber;
import id.dompet.model.Secret;
import id.dompet.spi.TimeSource;
import id.dompet.testkit.AdjustableClock;
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

/** A merchant's backend on a clock that tests move, whoever its provider is. */
class Backend implements AutoCloseable {
    static final Customer BUDI =
            Customer.of(
                    "cust-1",
                    "Budi Santoso",
                    "budi@mail.example",
                    PhoneNumber.of("0812-3456-7890"));
    static final URI RETURN = URI.create("https://shop.example/return");
    static final Instant MORNING = Instant.parse("2026-11-20T03:00:00Z");
    static final EncryptionKeys KEYS =
            EncryptionKeys.of(
                    "test-1",
                    Secret.of(
                            Base64.getEncoder()
                                    .encodeToString(
                                            "0123456789abcdef0123456789abcdef"
                                                    .getBytes(StandardCharsets.UTF_8))));
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    final AdjustableClock clock;
    final List<LedgerEvent> heard = new CopyOnWriteArrayList<>();
    final List<RefundEvent> refundsHeard = new CopyOnWriteArrayList<>();
    final LedgerDatabase database;
    final Dompet dompet;
    final Ledger ledger;
    private final DataSource source;
    private final Map<String, String> settings;
    private volatile boolean failing;

    Backend(DataSource source, AdjustableClock clock, Map<String, String> settings) {
        this.source = source;
        this.clock = clock;
        this.settings = settings;
        database =
                LedgerDatabase.open(
                        source, KEYS, Durability.PROCESS_DEATH, LedgerDatabase.Tables.CREATE);
        dompet = anotherFacade();
        ledger = another();
    }

    /** The facade of another process, which shares nothing but the database. */
    final Dompet anotherFacade() {
        return Dompet.builder(DompetConfig.of(settings))
                .credentials(database.credentials())
                .mustServe(database.providersInUse())
                .time(time())
                .open();
    }

    /** Another instance of the backend on the same database. */
    Ledger another() {
        return builder().open();
    }

    private LedgerBuilder builder() {
        return Ledger.builder(dompet, database)
                .handler(this::handle)
                .refundHandler(this::handle)
                .time(time());
    }

    /** Whether the handler throws whatever it is told. */
    void failing(boolean value) {
        failing = value;
    }

    private void handle(LedgerEvent event) {
        failIfToldSo();
        heard.add(event);
    }

    private void handle(RefundEvent event) {
        failIfToldSo();
        refundsHeard.add(event);
    }

    private void failIfToldSo() {
        if (failing) {
            throw new IllegalStateException("the shop's own table is locked");
        }
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

    static String reference(String kind) {
        return kind + "-" + NUMBERS.incrementAndGet();
    }

    Payment payment(Binding binding, long rupiah) {
        return payment(reference("order"), binding, rupiah);
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

    /** Time passes everywhere, open payments are asked about, and the handler hears of it. */
    void later(Duration time) {
        DatabaseTime.pass(source, time);
        laterHere(time);
    }

    /** Time passes, but not by the clock of the database. */
    void laterHere(Duration time) {
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
    }
}
