package id.dompet.benchmarks.load;

import java.util.concurrent.ThreadFactory;

/** Threads of the kind a merchant of today uses: virtual where the JDK has them. */
final class Threads {
    private static final int FIRST_WITH_VIRTUAL = 21;

    private Threads() {}

    static boolean areVirtual() {
        return areVirtual(Runtime.version().feature());
    }

    static boolean areVirtual(int jdk) {
        return jdk >= FIRST_WITH_VIRTUAL;
    }

    static String kind(int jdk) {
        return "JDK %d, %s threads".formatted(jdk, areVirtual(jdk) ? "virtual" : "platform");
    }

    /** By reflection, because this is compiled for JDK 17. */
    static ThreadFactory factory() {
        if (!areVirtual()) {
            return Thread::new;
        }
        try {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            return (ThreadFactory)
                    Class.forName("java.lang.Thread$Builder").getMethod("factory").invoke(builder);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this JDK has no virtual threads after all", e);
        }
    }
}
