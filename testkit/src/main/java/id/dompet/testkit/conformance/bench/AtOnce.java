package id.dompet.testkit.conformance.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Runs things on threads of their own that start at the same moment. */
public final class AtOnce {
    private AtOnce() {}

    /** What each of them came to, in their order. */
    public static List<Tried> all(List<? extends Supplier<?>> operations) {
        CyclicBarrier start = new CyclicBarrier(operations.size());
        ExecutorService threads = Executors.newFixedThreadPool(operations.size());
        try {
            List<Future<Tried>> running = new ArrayList<>();
            for (Supplier<?> operation : operations) {
                running.add(
                        threads.submit(
                                () -> {
                                    int unused = start.await();
                                    return Tried.of(operation);
                                }));
            }
            List<Tried> done = new ArrayList<>();
            for (Future<Tried> each : running) {
                done.add(each.get());
            }
            return done;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the suite was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a thread of the suite failed", e.getCause());
        } finally {
            List<Runnable> unused = threads.shutdownNow();
        }
    }
}
