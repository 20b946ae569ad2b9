package id.dompet.sandbox.demo;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Passes results on and counts them. For one thread. */
final class Tally implements Consumer<StepResult> {
    private final Consumer<StepResult> report;
    private final long start = System.nanoTime();
    private int ok;
    private int failed;
    private int skipped;

    Tally(Consumer<StepResult> report) {
        this.report = report;
    }

    @Override
    public void accept(StepResult result) {
        if (result.ok()) {
            ok++;
        } else if (result.wasSkipped()) {
            skipped++;
        } else {
            failed++;
        }
        report.accept(result);
    }

    /** The last line. */
    StepResult summary(List<Leg> legs) {
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        int steps = ok + failed + skipped;
        String detail =
                failed == 0
                        ? "all %s of %s did what they should, in %d ms"
                                .formatted(
                                        TextReport.count(steps, "step"),
                                        TextReport.count(legs.size(), "journey"),
                                        millis)
                        : "%d of %s did what they should, %d did not, %d were skipped"
                                .formatted(ok, TextReport.count(steps, "step"), failed, skipped);
        return new StepResult(
                names(legs.stream().map(leg -> leg.provider().value()).toList()),
                names(legs.stream().map(leg -> leg.wallet().code()).toList()),
                Step.SUMMARY.label(),
                failed == 0,
                detail,
                millis);
    }

    private static String names(List<String> all) {
        return all.stream().distinct().collect(Collectors.joining(","));
    }
}
