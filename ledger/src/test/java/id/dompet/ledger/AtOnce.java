package id.dompet.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Threads that do the same at the same time. */
public final class AtOnce {
    private AtOnce() {}

    /** What one of them does. */
    public interface Work {
        void of(int worker) throws Exception;
    }

    /** Eight of them; the first failure is the test's. */
    public static void by8(Work work) throws Exception {
        by(8, work);
    }

    /** So many of them; the first failure is the test's. */
    public static void by(int workers, Work work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        try {
            List<Callable<Integer>> all =
                    IntStream.range(0, workers)
                            .<Callable<Integer>>mapToObj(
                                    worker ->
                                            () -> {
                                                work.of(worker);
                                                return worker;
                                            })
                            .collect(Collectors.toList());
            for (Future<Integer> each : threads.invokeAll(all)) {
                assertThat(each.get()).isNotNegative();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
