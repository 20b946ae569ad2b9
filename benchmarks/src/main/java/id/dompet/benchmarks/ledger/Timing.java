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
}
