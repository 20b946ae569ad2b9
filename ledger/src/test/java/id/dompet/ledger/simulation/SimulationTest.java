package id.dompet.ledger.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Seeded schedules through the real ledger. More of them: {@code -Dschedules=1000000}; the one that
 * failed: {@code -Dseed=4711}.
 */
class SimulationTest {
    private static final long SCHEDULES = Long.getLong("schedules", 10_000);
    private static final long TO_CATCH_A_WRONG_DESIGN = 1_000;

    @Test
    void noScheduleBreaksAnInvariant() throws Exception {
        Long single = Long.getLong("seed");
        long from = single == null ? 0 : single;
        long to = single == null ? SCHEDULES : single + 1;
        AtomicLong next = new AtomicLong(from);
        long begin = System.nanoTime();
        int threads = Runtime.getRuntime().availableProcessors();
        ExecutorService all = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Long>> work = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                work.add(() -> play(next, to));
            }
            long events = 0;
            for (Future<Long> each : all.invokeAll(work)) {
                events += each.get();
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            System.out.printf(
                    "simulation: %d schedules, %d things that happened, %.1f s, %.0f schedules/s%n",
                    to - from, events, seconds, (to - from) / seconds);
            assertThat(events).as("things that happened").isGreaterThan(to - from);
        } catch (ExecutionException e) {
            throw new AssertionError("replay it with -Dseed=...: " + e.getMessage(), e);
        } finally {
            all.shutdownNow();
        }
    }

    private static long play(AtomicLong next, long to) {
        Design right = new Design("as it is");
        Facades facades = new Facades(right);
        long events = 0;
        for (long seed = next.getAndIncrement(); seed < to; seed = next.getAndIncrement()) {
            World world = new World(seed, right, facades);
            world.play();
            events += world.eventsPlayed();
        }
        return events;
    }

    static List<Design> wrongDesigns() {
        return WrongDesigns.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongDesigns")
    void everyWrongDesignIsCaught(Design wrong) {
        Facades facades = new Facades(wrong);
        assertThatThrownBy(
                        () -> {
                            for (long seed = 0; seed < TO_CATCH_A_WRONG_DESIGN; seed++) {
                                new World(seed, wrong, facades).play();
                            }
                        })
                .as("schedules with: " + wrong)
                .isInstanceOf(Broken.class)
                .hasMessageStartingWith("seed ");
    }
}
