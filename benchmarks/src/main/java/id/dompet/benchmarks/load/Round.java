package id.dompet.benchmarks.load;

import id.dompet.benchmarks.figure.Statistics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One round of one client.
 *
 * @param rate calls a second
 * @param cpuMicros of the client's whole process, for each call
 * @param bytes allocated in the client's process, for each call
 * @param p50Micros half of the calls took no longer
 * @param p99Micros 99 of 100 calls took no longer
 */
record Round(double rate, double cpuMicros, double bytes, double p50Micros, double p99Micros) {

    /** Every caller calls again and again, on a thread of its own, until the time is over. */
    static Round run(List<Client.Caller> callers, Duration time) throws Exception {
        List<Thread> threads = new ArrayList<>();
        List<Loop> loops = new ArrayList<>();
        CountDownLatch start = new CountDownLatch(1);
        for (Client.Caller caller : callers) {
            Loop loop = new Loop(caller, start, time.toNanos());
            loops.add(loop);
            threads.add(Threads.factory().newThread(loop));
        }
        threads.forEach(Thread::start);
        Cost before = Cost.now();
        long began = System.nanoTime();
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        Cost after = Cost.now();
        long calls = 0;
        long bytes = after.bytes() - before.bytes();
        for (Loop loop : loops) {
            if (loop.failure.get() != null) {
                throw loop.failure.get();
            }
            calls += loop.calls;
            bytes += loop.bytes;
        }
        long[] nanos = loops.stream().flatMapToLong(loop -> Arrays.stream(loop.times())).toArray();
        return new Round(
                calls / seconds,
                (after.cpuNanos() - before.cpuNanos()) / 1e3 / calls,
                (double) bytes / calls,
                Statistics.quantile(nanos, 0.5) / 1e3,
                Statistics.quantile(nanos, 0.99) / 1e3);
    }

    private static final class Loop implements Runnable {
        private static final int MOST_TIMES = 1 << 17;

        private final Client.Caller caller;
        private final CountDownLatch start;
        private final long nanos;
        private final AtomicReference<Exception> failure = new AtomicReference<>();
        private long[] times = new long[1024];
        private int calls;
        private long bytes;

        Loop(Client.Caller caller, CountDownLatch start, long nanos) {
            this.caller = caller;
            this.start = start;
            this.nanos = nanos;
        }

        @Override
        public void run() {
            try {
                start.await();
                long allocated = Cost.bytesOfThread();
                long spent = 0;
                long now = System.nanoTime();
                long end = now + nanos;
                do {
                    caller.call();
                    long then = now;
                    now = System.nanoTime();
                    spent += note(now - then);
                    calls++;
                } while (now < end);
                bytes = Cost.bytesOfThread() - allocated - spent;
            } catch (Exception e) {
                failure.set(e);
            }
        }

        /** Answers how many bytes the noting itself took. */
        private long note(long time) {
            long took = 0;
            if (calls == times.length && calls < MOST_TIMES) {
                times = Arrays.copyOf(times, 2 * calls);
                took = 8L * times.length;
            }
            if (calls < times.length) {
                times[calls] = time;
            }
            return took;
        }

        long[] times() {
            return Arrays.copyOf(times, Math.min(calls, times.length));
        }
    }
}
