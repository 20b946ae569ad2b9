package id.dompet.ledger.simulation;

import id.dompet.Dompet;
import id.dompet.ledger.memory.MemoryPaymentStore;
import id.dompet.ledger.store.StoreException;
import id.dompet.spi.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * One schedule: a virtual clock, a queue of what happens next, and everybody who takes part. The
 * seed decides everything. While a call waits for the network, other things happen.
 */
final class World {
    static final String KEY = "the-providers-own-key";
    static final int INSTANCES = 2;
    static final Instant START = Instant.parse("2026-11-20T03:00:00Z");
    static final Duration HORIZON = Duration.ofHours(6);

    private static final Duration LAST_DAY = Duration.ofDays(12);
    private static final int PER_MILLE = 1_000;

    final long seed;
    final Design design;
    final SplittableRandom random;
    final Clocks clocks = new Clocks(this);
    final MemoryPaymentStore store = new MemoryPaymentStore(clocks::ofStore);
    final Provider provider = new Provider();
    final Network network = new Network(this);
    final Desk desk = new Desk(this);
    final Merchant merchant = new Merchant(this);
    final Clerk clerk = new Clerk(this);
    final Checker checker = new Checker(this);
    final List<Instance> instances = new ArrayList<>();

    private final Facades facades;
    private final RefundChecker refundChecker = new RefundChecker(this);
    private final Timeline timeline = new Timeline(START, this::check);
    private boolean quiet;
    private @Nullable Broken broken;

    World(long seed, Design design, Facades facades) {
        this.seed = seed;
        this.design = design;
        this.facades = facades;
        this.random = new SplittableRandom(seed);
        facades.lendTo(this);
        for (int number = 0; number < INSTANCES; number++) {
            instances.add(new Instance(number, this));
        }
    }

    /** Plays the schedule; throws {@link Broken} at the first broken invariant. */
    void play() {
        merchant.plan();
        clocks.plan();
        instances.forEach(this::rounds);
        timeline.runUntil(START.plus(HORIZON));
        quiet = true;
        instances.forEach(this::revive);
        settle();
        checker.atTheEnd();
        refundChecker.atTheEnd();
    }

    private void rounds(Instance instance) {
        boolean early = now().isBefore(START.plus(Duration.ofHours(1)));
        in(
                early ? seconds(20, 90) : seconds(600, 1_200),
                () -> {
                    work(instance);
                    if (now().isBefore(START.plus(HORIZON))) {
                        rounds(instance);
                    }
                });
    }

    private void work(Instance instance) {
        attempt(
                instance,
                () -> {
                    if (design.reconciles()) {
                        int unused = instance.ledger().reconcile();
                    }
                    int unused = instance.ledger().deliver();
                });
    }

    private void settle() {
        Instant end = START.plus(LAST_DAY);
        while (now().isBefore(end) && !isSettled()) {
            timeline.runUntil(now().plus(Duration.ofMinutes(30)));
            instances.forEach(this::work);
            check();
        }
    }

    private boolean isSettled() {
        return timeline.isEmpty()
                && checker.isSettled()
                && refundChecker.isSettled()
                && store.backlog().undelivered() == 0;
    }

    private void check() {
        if (broken != null) {
            throw broken;
        }
        try {
            checker.afterEveryEvent();
            refundChecker.afterEveryEvent();
        } catch (Broken e) {
            // The ledger may catch it, as the exception of whatever it was doing.
            broken = e;
            throw e;
        }
    }

    /** Breaks the schedule, from code whose exceptions the ledger may catch. */
    void broken(String what) {
        broken = new Broken(seed, what);
    }

    /** Time passes for a caller that waits, and other things happen meanwhile. */
    void pass(Duration time) {
        timeline.pass(time);
    }

    /** Plans something. */
    void in(Duration wait, Runnable action) {
        timeline.in(wait, action);
    }

    /** Runs code of an instance's; it may die of it, or be dead already. */
    void attempt(Instance instance, Runnable code) {
        if (!instance.isAlive()) {
            return;
        }
        try {
            code.run();
        } catch (Crash e) {
            // Dead; what plans its restart was planned when it died.
            return;
        } catch (StoreException e) {
            return;
        }
    }

    /** Perhaps the instance dies here. */
    void mayDie(Instance instance) {
        if (chance(3)) {
            kill(instance);
            throw new Crash();
        }
    }

    void kill(Instance instance) {
        instance.die();
        if (design.forgetsAtACrash()) {
            store.forgetSince(clocks.ofStore().minusMillis(500));
        }
        in(seconds(1, 600), () -> revive(instance));
    }

    private void revive(Instance instance) {
        if (!instance.isAlive()) {
            instance.restart();
        }
    }

    /** True so many times in a thousand, and never once the faults are over. */
    boolean chance(int perMille) {
        return !quiet && random.nextInt(PER_MILLE) < perMille;
    }

    boolean isQuiet() {
        return quiet;
    }

    Duration seconds(int from, int to) {
        return Duration.ofMillis(random.nextLong(from * 1_000L, to * 1_000L));
    }

    /** Whichever a caller happens to reach. */
    Instance anyInstance() {
        return instances.get(random.nextInt(INSTANCES));
    }

    /** The true time, which nobody who is simulated knows. */
    Instant now() {
        return timeline.now();
    }

    long nanos() {
        return timeline.nanos();
    }

    TimeSource timeOf(Instance instance) {
        return new TimeSource() {
            @Override
            public Instant now() {
                return clocks.ofInstance(instance.number);
            }

            @Override
            public long nanoTime() {
                return nanos();
            }

            @Override
            public void sleep(Duration time) {
                pass(time);
            }
        };
    }

    Dompet facade(int number) {
        return facades.facade(number);
    }

    long eventsPlayed() {
        return timeline.planned();
    }

    static String customerReference(int customer) {
        return "customer-" + customer;
    }

    static String bindingId(int customer) {
        return "binding-" + customer;
    }

    static String credential(int customer) {
        return "credential-" + customer;
    }
}
