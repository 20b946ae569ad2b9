package id.dompet.testkit.conformance.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Looks over a thread's shoulder: does a module's code let it sleep? */
public final class Idlers {
    /** A lock that is free in a moment is no waiting. */
    private static final Duration LONG = Duration.ofMillis(200);

    private static final long PAUSE_MILLIS = 10;

    private static final Set<String> IDLE =
            Set.of(
                    "java.lang.Thread.sleep",
                    "java.lang.Object.wait",
                    "java.util.concurrent.locks.LockSupport.park",
                    "java.util.concurrent.locks.LockSupport.parkNanos",
                    "java.util.concurrent.locks.LockSupport.parkUntil");

    private Idlers() {}

    /**
     * Runs something, and tells where the module's own code has slept in it for long.
     *
     * @param plugin whose package, and what is below it, is the module's
     */
    public static List<String> during(Class<?> plugin, Runnable operation) {
        Thread watched = Thread.currentThread();
        List<String> found = new ArrayList<>();
        CountDownLatch over = new CountDownLatch(1);
        Thread watch = new Thread(() -> watch(watched, plugin, over, found), "conformance-idlers");
        watch.start();
        try {
            operation.run();
        } finally {
            over.countDown();
            join(watch);
        }
        return found;
    }

    private static void watch(
            Thread watched, Class<?> plugin, CountDownLatch over, List<String> found) {
        String place = "";
        long since = System.nanoTime();
        try {
            while (!over.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                String now = place(watched.getStackTrace(), plugin).orElse("");
                if (!now.equals(place)) {
                    place = now;
                    since = System.nanoTime();
                } else if (!now.isEmpty()
                        && System.nanoTime() - since > LONG.toNanos()
                        && !found.contains(now)) {
                    found.add(now);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The module's line in which the thread sleeps, if it does. */
    private static Optional<String> place(StackTraceElement[] stack, Class<?> plugin) {
        boolean idle =
                Arrays.stream(stack)
                        .limit(3)
                        .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                        .anyMatch(IDLE::contains);
        if (!idle) {
            return Optional.empty();
        }
        return Arrays.stream(stack)
                .filter(frame -> !isOfTheJdk(frame.getClassName()))
                .findFirst()
                .filter(frame -> !isOfCore(frame.getClassName(), plugin))
                .map(String::valueOf);
    }

    private static boolean isOfTheJdk(String type) {
        return type.startsWith("java.")
                || type.startsWith("jdk.")
                || type.startsWith("sun.")
                || type.startsWith("javax.");
    }

    /** Core and what it sends with may wait: they know the deadline. */
    private static boolean isOfCore(String type, Class<?> plugin) {
        return !type.startsWith(plugin.getPackageName() + ".")
                && (type.startsWith("id.dompet.internal.")
                        || type.matches("id\\.dompet\\.[A-Z].*")
                        || type.startsWith("org.apache.hc."));
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
