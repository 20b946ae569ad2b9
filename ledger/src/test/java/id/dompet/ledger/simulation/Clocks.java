package id.dompet.ledger.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * What the clocks show. Those of the instances may be hours wrong and jump, or the database's, or
 * the one clock of a machine that has the database inside: not two that have nothing in common.
 */
final class Clocks {
    private static final int LONG_JUMP = 12 * 3_600;
    private static final int QUARTER = 900;

    private final World world;
    private final Duration[] instances = new Duration[World.INSTANCES];
    private Duration store = Duration.ZERO;

    Clocks(World world) {
        this.world = world;
        Arrays.fill(instances, Duration.ZERO);
    }

    Instant ofInstance(int number) {
        return world.now().plus(instances[number]);
    }

    Instant ofStore() {
        return world.now().plus(store);
    }

    void plan() {
        switch (world.random.nextInt(12)) {
            case 0, 1 -> forEachInstance(QUARTER, 1);
            case 2, 3, 4 -> forEachInstance(LONG_JUMP, world.random.nextInt(1, 7));
            case 5 -> storeJumps();
            case 6 -> theOneClockJumps();
            default -> {}
        }
    }

    private void forEachInstance(int most, int times) {
        for (int number = 0; number < instances.length; number++) {
            int which = number;
            for (int time = 0; time < times; time++) {
                Duration ahead = ahead(most);
                world.in(sometime(), () -> instances[which] = ahead);
            }
        }
    }

    private void storeJumps() {
        int times = world.random.nextInt(1, 5);
        for (int time = 0; time < times; time++) {
            Duration ahead = ahead(LONG_JUMP);
            world.in(sometime(), () -> store = ahead);
        }
    }

    /** To and fro, as when it is set wrongly and set right. */
    private void theOneClockJumps() {
        int times = world.random.nextInt(1, 5);
        Duration ahead = ahead(LONG_JUMP);
        for (int time = 0; time < times; time++) {
            world.in(sometime(), () -> setAll(store.isZero() ? ahead : Duration.ZERO));
        }
    }

    private void setAll(Duration ahead) {
        store = ahead;
        Arrays.fill(instances, ahead);
    }

    /** Mostly while payments are made. */
    private Duration sometime() {
        return world.seconds(0, world.random.nextInt(3) == 0 ? 20_000 : 3_000);
    }

    private Duration ahead(int most) {
        return Duration.ofSeconds(world.random.nextInt(-most, most));
    }
}
