package id.dompet.sandbox.soak;

import id.dompet.sandbox.cli.Terminal;
import id.dompet.sandbox.soak.worker.Buyer;
import id.dompet.sandbox.soak.worker.Way;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One soak: trouble for a while, then peace, then the audit. For one thread, for one use. */
final class Soak implements AutoCloseable {
    private static final Duration BETWEEN_FAULTS = Duration.ofMillis(150);
    private static final Duration BETWEEN_RETURNS = Duration.ofMillis(200);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(5);
    private static final int SHORTEST_LIFE = 200;
    private static final int LONGEST_LIFE = 4_500;

    /** The others link their wallets while there is trouble. */
    private static final int LINKED_BEFORE = 6;

    private final SoakPlan plan;
    private final Terminal terminal;
    private final Scene scene;
    private final Fleet fleet;
    private final LinkDesk links;
    private final Shoppers shoppers;
    private final long start = System.nanoTime();
    private final ScheduledExecutorService background = Executors.newScheduledThreadPool(4);

    /**
     * Makes everything ready.
     *
     * @param folder a new one; what went wrong can be looked for there
     * @param terminal hears of the progress
     */
    Soak(SoakPlan plan, Path folder, SoakDatabase database, Terminal terminal) {
        this.plan = plan;
        this.terminal = terminal;
        this.scene = new Scene(plan, folder, database);
        this.fleet = scene.fleet();
        this.links = new LinkDesk(fleet, scene.providers(), plan.random("links"));
        this.shoppers = new Shoppers(plan, scene, links);
    }

    /** Runs to its end. */
    SoakResult run() throws InterruptedException {
        scene.staff();
        linkSome();
        trouble();
        say("faults have stopped; everything may settle");
        scene.calm();
        shoppers.stop();
        scene.settle();
        int ownDeaths = fleet.ownDeaths();
        int kills = fleet.kills();
        Rows rows = scene.rows();
        say(
                "orders=%d refunds=%d links=%d"
                        .formatted(shoppers.orders(), rows.refunds().size(), rows.links().size()));
        return new SoakResult(
                rows.payments().size(),
                rows.providers(),
                kills,
                ownDeaths,
                scene.faults(),
                scene.audit(rows, links.linked(), number -> Order.of(number, plan.seed()).buyer()),
                seconds());
    }

    private void linkSome() throws InterruptedException {
        for (int number = 0; number < LINKED_BEFORE; number++) {
            for (Way way : Way.values()) {
                if (way.isLinked()) {
                    boolean unused = links.link(way, new Buyer(number));
                }
            }
        }
    }

    private void trouble() throws InterruptedException {
        Future<?> unused = every(BETWEEN_LOOKS, fleet::tend);
        Future<?> weather =
                every(BETWEEN_FAULTS, new Weather(scene.providers(), plan.random("weather")));
        Future<?> returns = every(BETWEEN_RETURNS, shoppers.returns());
        shoppers.start();
        Random random = plan.random("kills");
        long end = System.nanoTime() + plan.troubled().toNanos();
        long report = System.nanoTime();
        while (System.nanoTime() < end) {
            Thread.sleep(SHORTEST_LIFE + random.nextInt(LONGEST_LIFE));
            boolean killed = fleet.killAny(random);
            if (killed && System.nanoTime() - report >= BETWEEN_REPORTS.toNanos()) {
                report = System.nanoTime();
                say(
                        "orders=%d kills=%d faults=%d"
                                .formatted(shoppers.orders(), fleet.kills(), scene.faults()));
            }
        }
        boolean stopped = weather.cancel(false) && returns.cancel(true);
        if (!stopped) {
            throw new SoakFailure("the faults or the returns ended before their time");
        }
    }

    private Future<?> every(Duration pause, Runnable task) {
        return background.scheduleWithFixedDelay(task, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private long seconds() {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
    }

    private void say(String text) {
        terminal.notice(seconds() + " s: " + text);
    }

    @Override
    public void close() {
        background.shutdownNow();
        scene.close();
    }
}
