package id.dompet.testkit.conformance.defects;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The trials of many defects, as many at once as there are processors. Where rules change what the
 * whole process shares (its language, its standard output), one at a time, after the others.
 */
final class Trials implements AutoCloseable {
    /** The groups of rules that change it. */
    private static final Set<String> ALONE = Set.of("PLG", "WIRE", "SEC");

    private final Map<Defect, Future<Trial>> together = new LinkedHashMap<>();
    private final List<Defect> alone = new ArrayList<>();
    private final ExecutorService threads =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

    Trials(List<Defect> defects) {
        for (Defect defect : defects) {
            if (isAlone(defect)) {
                alone.add(defect);
            } else {
                together.put(defect, threads.submit(() -> Trial.of(defect)));
            }
        }
    }

    /** Whether its rules may change what the process shares. */
    static boolean isAlone(Defect defect) {
        return Trial.EVERY_RULE || ALONE.contains(defect.group());
    }

    /** In the order in which they are judged. */
    List<Defect> defects() {
        List<Defect> all = new ArrayList<>(together.keySet());
        all.addAll(alone);
        return all;
    }

    /** What the suite said; those that are alone come last. */
    Trial of(Defect defect) throws InterruptedException, ExecutionException {
        Future<Trial> running = together.get(defect);
        return running == null ? Trial.of(defect) : running.get();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
