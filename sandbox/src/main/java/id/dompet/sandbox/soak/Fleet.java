package id.dompet.sandbox.soak;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** The workers: as many at a time as the database takes, each replaced when it dies. */
final class Fleet implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    private final SoakPlan plan;
    private final Path folder;
    private final Supplier<Duration> jumped;
    private final List<WorkerProcess> workers = new ArrayList<>();
    private boolean closed;
    private int kills;
    private int deaths;

    /**
     * A fleet of none.
     *
     * @param folder with the settings; logs are written there
     * @param jumped how far the clock was moved
     */
    Fleet(SoakPlan plan, Path folder, Supplier<Duration> jumped) {
        this.plan = plan;
        this.folder = folder;
        this.jumped = jumped;
    }

    /** Replaces the dead. */
    synchronized void tend() {
        if (closed) {
            return;
        }
        int dead = workers.size();
        workers.removeIf(worker -> !worker.isAlive());
        deaths += dead - workers.size();
        while (workers.size() < plan.database().workers()) {
            workers.add(
                    WorkerProcess.start(
                            plan,
                            folder.resolve("worker.properties"),
                            jumped.get(),
                            folder.resolve("workers.log")));
        }
    }

    /** A living worker's address, any of them. */
    synchronized Optional<URI> any(Random random) {
        List<URI> ready = ready();
        return ready.isEmpty()
                ? Optional.empty()
                : Optional.of(ready.get(random.nextInt(ready.size())));
    }

    /** The addresses of all who can be called. */
    synchronized List<URI> ready() {
        return workers.stream().flatMap(worker -> worker.address().stream()).toList();
    }

    /** SIGKILL for one of those who can be called, if there is one. */
    synchronized boolean killAny(Random random) {
        return any(random).filter(this::kill).isPresent();
    }

    /** SIGKILL for the worker at this address, if it lives. */
    synchronized boolean kill(URI address) {
        for (WorkerProcess worker : workers) {
            if (worker.address().filter(address::equals).isPresent()) {
                return killed(worker);
            }
        }
        return false;
    }

    /** SIGKILL for everybody. */
    synchronized void killAll() {
        for (WorkerProcess worker : workers) {
            boolean unused = killed(worker);
        }
    }

    private boolean killed(WorkerProcess worker) {
        boolean alive = worker.kill();
        // A worker that is still starting has nothing to lose yet, but it counts as well.
        kills += alive ? 1 : 0;
        return alive;
    }

    /**
     * Waits until the whole fleet can be called.
     *
     * @throws SoakFailure if it cannot, with the place of the log
     */
    void awaitReady() throws InterruptedException {
        List<WorkerProcess> all;
        synchronized (this) {
            all = List.copyOf(workers);
        }
        for (WorkerProcess worker : all) {
            if (!worker.awaitReady(LONGEST_START)) {
                throw new SoakFailure(
                        "a worker does not start; see " + folder.resolve("workers.log"));
            }
        }
    }

    /** Waits until one of them is dead; false if that takes longer. */
    boolean awaitDeath(Duration atMost) throws InterruptedException {
        CompletableFuture<?>[] deaths;
        synchronized (this) {
            deaths =
                    workers.stream().map(WorkerProcess::death).toArray(CompletableFuture<?>[]::new);
        }
        try {
            return CompletableFuture.anyOf(deaths).get(atMost.toMillis(), TimeUnit.MILLISECONDS)
                    != null;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        }
    }

    /** How many were killed. */
    synchronized int kills() {
        return kills;
    }

    /** How many died by themselves, which none should. */
    synchronized int ownDeaths() {
        long deadNow = workers.stream().filter(worker -> !worker.isAlive()).count();
        return Math.max(0, deaths + (int) deadNow - kills);
    }

    @Override
    public synchronized void close() {
        closed = true;
        for (WorkerProcess worker : workers) {
            boolean unused = worker.kill();
        }
    }
}
