package id.dompet.sandbox.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shop's tables, when many do the same at the same moment. */
final class OrderBookTest {
    private static final int AT_ONCE = 8;
    private static final int TIMES = 50;
    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
    private static final Item ITEM = Item.of("kopi-tubruk").orElseThrow();

    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);

    @TempDir private Path folder = Path.of("");

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void oneOrderPlacedManyTimesAtOnceIsOneOrderWithOneEvent() throws Exception {
        JdbcConnectionPool database = Premises.in(folder).database();
        try {
            OrderBook book = new OrderBook(database);
            for (int i = 0; i < TIMES; i++) {
                Order order = new Order("kopi-" + i, "budi", ITEM, NOW, Order.Status.WAITING);
                Order.Event event = new Order.Event(1, NOW, "placed");

                assertThat(atOnce(() -> book.place(order))).containsOnly(order);
                List<Boolean> unused =
                        atOnce(
                                () -> {
                                    book.happened(order.reference(), event);
                                    return true;
                                });

                assertThat(book.events(order.reference())).containsExactly(event);
            }
        } finally {
            database.dispose();
        }
    }

    private <T> List<T> atOnce(Callable<T> action) throws Exception {
        CyclicBarrier together = new CyclicBarrier(AT_ONCE);
        List<Future<T>> running = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            running.add(
                    threads.submit(
                            () -> {
                                together.await();
                                return action.call();
                            }));
        }
        List<T> done = new ArrayList<>();
        for (Future<T> each : running) {
            done.add(each.get());
        }
        return done;
    }
}
