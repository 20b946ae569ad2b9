package id.dompet.internal.credential;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The few threads on which tokens are renewed early; they end by themselves when idle. */
public final class BackgroundRenewal {
    private static final int THREADS = 4;

    private BackgroundRenewal() {}

    /** A new set of threads, none of which is started yet. */
    public static ExecutorService executor() {
        ThreadPoolExecutor executor =
                new ThreadPoolExecutor(
                        THREADS,
                        THREADS,
                        10,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(10_000),
                        task -> {
                            Thread thread = new Thread(task, "dompet-renewal");
                            thread.setDaemon(true);
                            return thread;
                        });
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }
}
