package id.dompet.benchmarks.start;

import id.dompet.Dompet;
import id.dompet.benchmarks.Effort;
import id.dompet.benchmarks.Keys;
import id.dompet.benchmarks.Section;
import id.dompet.benchmarks.Shop;
import id.dompet.benchmarks.figure.Figure;
import id.dompet.benchmarks.server.Answers;
import id.dompet.benchmarks.server.ServerProcess;
import id.dompet.model.Payment;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a client keeps: idle, busy, and after many calls; a second one, so that classes are not
 * counted.
 */
public final class MemorySection implements Section {
    /** The table's title. */
    public static final String TABLE = "Memory that a client keeps";

    /** Opened, and nothing else. */
    public static final String IDLE = "idle";

    /** Between calls, with its connections open. */
    public static final String BUSY = "after calls by 64 callers, connections open";

    /** After many more calls. */
    public static final String LATER = "after as many calls again";

    private static final int CALLERS = 64;

    private final Shop shop = new Shop(Keys.make());

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public void run(Effort effort, Consumer<Figure> out) throws Exception {
        try (ServerProcess server = ServerProcess.start()) {
            URI base = server.fast();
            int calls = effort.of(2, 200, 2_000);
            try (Dompet first = shop.open(base, Optional.empty())) {
                load(first, calls);
            }
            long before = used();
            int threads = ManagementFactory.getThreadMXBean().getThreadCount();
            try (Dompet dompet = shop.open(base, Optional.empty())) {
                tell(out, IDLE, before, threads);
                load(dompet, calls);
                tell(out, BUSY, before, threads);
                load(dompet, calls);
                tell(out, LATER, before, threads);
            }
        }
    }

    private static void load(Dompet dompet, int calls) throws InterruptedException {
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            Payment payment = Shop.payment(Shop.DOKU, Answers.ORDER, Answers.AMOUNT);
            Thread caller =
                    new Thread(
                            () -> {
                                for (int call = 0; call < calls; call++) {
                                    dompet.pay(payment);
                                }
                            });
            callers.add(caller);
            caller.start();
        }
        for (Thread caller : callers) {
            caller.join();
        }
    }

    private static void tell(Consumer<Figure> out, String row, long before, int threads) {
        out.accept(figure(row, "kB of heap", (used() - before) / 1024.0));
        out.accept(
                figure(
                        row,
                        "threads",
                        ManagementFactory.getThreadMXBean().getThreadCount() - threads));
    }

    /** After several collections, so that only what is held counts. */
    private static long used() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static Figure figure(String row, String column, double value) {
        return new Figure(new Figure.Place(TABLE, row, column), value);
    }
}
