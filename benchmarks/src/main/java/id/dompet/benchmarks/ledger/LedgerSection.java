package id.dompet.benchmarks.ledger;

import id.dompet.Dompet;
import id.dompet.benchmarks.Effort;
import id.dompet.benchmarks.Keys;
import id.dompet.benchmarks.Section;
import id.dompet.benchmarks.Shop;
import id.dompet.benchmarks.figure.Figure;
import id.dompet.benchmarks.figure.Statistics;
import id.dompet.benchmarks.server.Answers;
import id.dompet.benchmarks.server.ServerProcess;
import id.dompet.http.InboundRequest;
import id.dompet.ledger.Ledger;
import id.dompet.ledger.LedgerDatabase;
import id.dompet.ledger.PaymentState;
import id.dompet.ledger.crypt.EncryptionKeys;
import id.dompet.model.Payment;
import id.dompet.model.Secret;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** What the ledger adds to a charge, and what its operations cost when its tables are full. */
public final class LedgerSection implements Section {
    /** The table of costs. */
    public static final String COST = "One charge with the ledger, one caller";

    /** The table of growth; each row is an operation on a database. */
    public static final String GROWTH =
            "Ledger: median, µs, with this many open payments, notifications and links";

    /** What the charge costs without the ledger, in the same turns. */
    private static final String WITHOUT = ": Dompet without the ledger";

    /** Two commits and nothing else, in the same turns. */
    private static final String BARE = ": two commits, nothing else";

    /** What the ledger adds, as a multiple of the two commits. */
    private static final String ON_TOP = "on top, of two commits";

    /** The name of H2 in rows. */
    public static final String H2 = "H2 in a file";

    /** The name of PostgreSQL in rows. */
    public static final String POSTGRESQL = "PostgreSQL over loopback";

    /** The last column of the table of growth. */
    public static final String LARGEST_TO_SMALLEST = "most ÷ fewest";

    /** What is measured, as rows of the table of growth call it. */
    public static final List<String> OPERATIONS =
            List.of("pay", "find", "receive", "links of a customer", "reconcile, nothing due");

    private final Shop shop = new Shop(Keys.make());
    private int number;

    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public void run(Effort effort, Consumer<Figure> out) throws Exception {
        try (ServerProcess server = ServerProcess.start();
                Stores stores = new Stores(effort == Effort.LONG)) {
            on(H2, stores.h2(), false, server, effort, out);
            if (stores.postgresql().isPresent()) {
                on(POSTGRESQL, stores.postgresql().get(), true, server, effort, out);
            }
        }
    }

    private Payment payment() {
        return Shop.payment(Shop.DUITKU, "bench-" + ++number, Answers.AMOUNT);
    }

    private static double onTop(long[][] nanos) {
        double ledger = Statistics.quantile(nanos[0], 0.5);
        double commits = Statistics.quantile(nanos[1], 0.5);
        double dompet = Statistics.quantile(nanos[2], 0.5);
        return (ledger - dompet) / commits;
    }

    private static void tell(Consumer<Figure> out, String row, long[] nanos) {
        out.accept(figure(COST, row, "p50, ms", Statistics.quantile(nanos, 0.5) / 1e6));
        out.accept(figure(COST, row, "p99, ms", Statistics.quantile(nanos, 0.99) / 1e6));
    }

    private void on(
            String name,
            DataSource source,
            boolean postgres,
            ServerProcess server,
            Effort effort,
            Consumer<Figure> out)
            throws Exception {
        EncryptionKeys keys =
                EncryptionKeys.of(
                        "benchmark", Secret.of(Base64.getEncoder().encodeToString(new byte[32])));
        LedgerDatabase database = LedgerDatabase.open(source, keys);
        // Credentials in memory: what is measured is the journal of payments.
        try (Dompet dompet = shop.open(server.fast(), Optional.empty());
                Ledger ledger = Ledger.builder(dompet, database).handler(event -> {}).open()) {
            BareJournal bare = new BareJournal(source);
            Timing.of(effort.of(1, 4_000, 20_000), () -> dompet.pay(payment()));
            Timing.of(effort.of(3, 3_000, 20_000), () -> ledger.pay(payment()));
            // The database's part of it is compiled by now; more gigabytes would wait for the disk.
            Timing.of(effort.of(3, 3_000, 6_000), bare);
            long[][] nanos =
                    Timing.inTurns(
                            effort.of(1, 10, 20),
                            effort.of(3, 150, 150),
                            () -> ledger.pay(payment()),
                            bare,
                            () -> dompet.pay(payment()));
            tell(out, name, nanos[0]);
            tell(out, name + BARE, nanos[1]);
            tell(out, name + WITHOUT, nanos[2]);
            out.accept(figure(COST, name, ON_TOP, onTop(nanos)));
            if (effort != Effort.QUICK) {
                grow(name, new Crowded(source, postgres), ledger, effort, out);
            }
        }
    }

    private void grow(
            String name, Crowded crowded, Ledger ledger, Effort effort, Consumer<Figure> out)
            throws Exception {
        int[] sizes =
                effort == Effort.LONG
                        ? new int[] {1_000, 10_000, 100_000, 1_000_000}
                        : new int[] {10, 20};
        Map<String, Double> first = new LinkedHashMap<>();
        Map<String, Double> last = new LinkedHashMap<>();
        Payment paid = Shop.payment(Shop.DUITKU, Answers.ORDER, Answers.AMOUNT);
        ledger.pay(paid);
        InboundRequest callback = Shop.callback();
        for (int size : sizes) {
            crowded.growTo(size);
            Map<String, Runnable> operations = operations(ledger, callback, size);
            for (Map.Entry<String, Runnable> operation : operations.entrySet()) {
                String row = operation.getKey() + ", " + name;
                Timing.of(effort.of(1, 1, 300), operation.getValue());
                double micros =
                        Statistics.quantile(
                                        Timing.of(effort.of(2, 2, 500), operation.getValue()), 0.5)
                                / 1e3;
                out.accept(figure(GROWTH, row, "%,d".formatted(size), micros));
                first.putIfAbsent(row, micros);
                last.put(row, micros);
            }
        }
        first.forEach(
                (row, micros) ->
                        out.accept(
                                figure(
                                        GROWTH,
                                        row,
                                        LARGEST_TO_SMALLEST,
                                        last.getOrDefault(row, Double.NaN) / micros)));
    }

    private Map<String, Runnable> operations(Ledger ledger, InboundRequest callback, int size) {
        List<Runnable> actions =
                List.of(
                        () -> ledger.pay(payment()),
                        () -> ledger.find(Answers.ORDER),
                        () -> receive(ledger, callback),
                        () -> ledger.bindings("crowd-" + size / 2),
                        ledger::reconcile);
        Map<String, Runnable> operations = new LinkedHashMap<>();
        for (int i = 0; i < actions.size(); i++) {
            operations.put(OPERATIONS.get(i), actions.get(i));
        }
        return operations;
    }

    private static void receive(Ledger ledger, InboundRequest callback) {
        int status = ledger.receive(Shop.DUITKU, callback).status();
        if (status != 200
                || ledger.find(Answers.ORDER)
                        .filter(payment -> payment.state() == PaymentState.PAID)
                        .isEmpty()) {
            throw new IllegalStateException("a callback was answered with " + status);
        }
    }

    private static Figure figure(String table, String row, String column, double value) {
        return new Figure(new Figure.Place(table, row, column), value);
    }
}
