package id.dompet.benchmarks.ledger;

/** How long something takes, again and again. */
final class Timing {
    private Timing() {}

    /** Nanoseconds of each time. */
    static long[] of(int times, Runnable action) {
        long[] nanos = new long[times];
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            action.run();
            nanos[i] = System.nanoTime() - start;
        }
        return nanos;
    }

    /** The same for several, in turns, so that a busy moment of the machine hits all of them. */
    static long[][] inTurns(int rounds, int times, Runnable... actions) {
        long[][] nanos = new long[actions.length][rounds * times];
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < actions.length; i++) {
                System.arraycopy(of(times, actions[i]), 0, nanos[i], round * times, times);
            }
        }
        return nanos;
    }
}
