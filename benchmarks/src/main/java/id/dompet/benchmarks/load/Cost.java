package id.dompet.benchmarks.load;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What this process has used so far.
 *
 * @param cpuNanos of all its threads
 * @param bytes allocated by all its threads; zero where the JDK does not count them together
 */
record Cost(long cpuNanos, long bytes) {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final ThreadMXBean THREADS =
            ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

    static Cost now() {
        return new Cost(SYSTEM.getProcessCpuTime(), Threads.areVirtual() ? total() : 0);
    }

    /** What the current thread has allocated; zero for a virtual one, of which nobody knows. */
    static long bytesOfThread() {
        return Threads.areVirtual() ? 0 : THREADS.getCurrentThreadAllocatedBytes();
    }

    /** Since JDK 21, so by reflection. */
    private static long total() {
        try {
            return (long)
                    ThreadMXBean.class.getMethod("getTotalThreadAllocatedBytes").invoke(THREADS);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this JDK does not count what is allocated", e);
        }
    }
}
