package id.dompet.internal.transport;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Something done on a thread of its own, which a test can interrupt and wait for. */
final class Background<T> {
    private final CompletableFuture<T> outcome = new CompletableFuture<>();
    private final CompletableFuture<Boolean> flag = new CompletableFuture<>();
    private final Thread thread;

    private Background(Callable<T> task) {
        thread =
                new Thread(
                        () -> {
                            try {
                                T result = task.call();
                                flag.complete(Thread.currentThread().isInterrupted());
                                outcome.complete(result);
                            } catch (Throwable e) {
                                flag.complete(Thread.currentThread().isInterrupted());
                                outcome.completeExceptionally(e);
                            }
                        },
                        "background");
        thread.setDaemon(true);
    }

    static <T> Background<T> start(Callable<T> task) {
        Background<T> background = new Background<>(task);
        background.thread.start();
        return background;
    }

    void interrupt() {
        thread.interrupt();
    }

    T result() throws Exception {
        return outcome.get(30, TimeUnit.SECONDS);
    }

    Throwable failure() throws InterruptedException, TimeoutException {
        try {
            throw new AssertionError("no failure, but " + outcome.get(30, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            return cause == null ? e : cause;
        }
    }

    /** Whether the thread's interrupt flag was set at the end. */
    boolean endedInterrupted() throws Exception {
        return flag.get(30, TimeUnit.SECONDS);
    }
}
