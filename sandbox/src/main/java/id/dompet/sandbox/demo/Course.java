package id.dompet.sandbox.demo;

import id.dompet.sandbox.cli.Sentences;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Plays the steps of one journey: times them, reports them, skips those that cannot work. */
final class Course {
    private final Leg leg;
    private final Consumer<StepResult> report;
    private final Consumer<RuntimeException> onFailure;

    /** Steps that did not succeed, with the one that began it. */
    private final Map<Step, Step> failed = new EnumMap<>(Step.class);

    Course(Leg leg, Consumer<StepResult> report, Consumer<RuntimeException> onFailure) {
        this.leg = leg;
        this.report = report;
        this.onFailure = onFailure;
    }

    /** The first step. */
    void play(Step step, Supplier<String> action) {
        play(step, step, action);
    }

    /**
     * Plays a step, unless the one it needs did not succeed.
     *
     * @param action answers what happened, in one sentence, or throws
     */
    void play(Step step, Step needs, Supplier<String> action) {
        Step cause = failed.get(needs);
        if (cause != null) {
            failed.put(step, cause);
            report.accept(
                    StepResult.skipped(leg.provider().value(), leg.wallet().code(), step, cause));
            return;
        }
        long start = System.nanoTime();
        try {
            report(step, true, action.get(), start);
        } catch (RuntimeException e) {
            failed.put(step, step);
            report(step, false, Sentences.oneLine(Sentences.of(e)), start);
            onFailure.accept(e);
        }
    }

    private void report(Step step, boolean ok, String detail, long start) {
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        report.accept(
                new StepResult(
                        leg.provider().value(),
                        leg.wallet().code(),
                        step.label(),
                        ok,
                        detail,
                        millis));
    }
}
