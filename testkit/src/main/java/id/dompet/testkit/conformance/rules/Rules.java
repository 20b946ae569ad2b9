package id.dompet.testkit.conformance.rules;

import id.dompet.model.Money;
import id.dompet.spi.TimeSource;
import id.dompet.testkit.conformance.Waiver;
import id.dompet.testkit.conformance.bench.Bench;
import id.dompet.testkit.conformance.bench.NotApplicable;
import id.dompet.testkit.conformance.bench.Scale;
import id.dompet.testkit.conformance.bench.Subject;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What every group of rules starts from: the bench, and words to say what is wrong. The groups form
 * a chain of classes, because JUnit reports nested classes under the testkit's name instead of the
 * contributor's.
 */
@ExtendWith(RuleExtension.class)
@TestMethodOrder(RuleOrder.class)
@DisplayNameGeneration(RuleNames.class)
abstract class Rules {
    /** An amount that no rule takes for granted. */
    static final Money PRICE = Bench.PRICE;

    private final List<String> evidence = new ArrayList<>();
    private final List<Bench> own = new ArrayList<>();
    private @Nullable Bench bench;

    protected abstract Subject subject();

    /** How much is tried; only the testkit's own tests try less. */
    Scale scale() {
        return Scale.FULL;
    }

    /** Rules that the module is known to break. */
    protected List<Waiver> waived() {
        return List.of();
    }

    /** Where the report is written; only the testkit's own broken modules report elsewhere. */
    Path reports() {
        return Path.of("target", "conformance");
    }

    /** The day by which waivers are judged. */
    LocalDate today() {
        return LocalDate.ofInstant(TimeSource.system().now(), ZoneId.systemDefault());
    }

    final void use(Bench shared) {
        bench = shared;
        evidence.clear();
        own.clear();
    }

    /** The bench that the rules share. */
    final Bench bench() {
        if (bench == null) {
            throw new IllegalStateException("rules run under the suite's own JUnit extension");
        }
        return bench;
    }

    /** A bench of its own, for a rule that leaves it in disorder. */
    final Bench ownBench() {
        Bench opened = new Bench(subject(), scale());
        own.add(opened);
        return opened;
    }

    /** Every bench that the rule opened. */
    final List<Bench> ownBenches() {
        return List.copyOf(own);
    }

    /** Says in the report how much was tried, e.g. "26 faults x 3 ways: 78 cells". */
    final void evidence(String words) {
        evidence.add(words);
    }

    /** What was tried. */
    final List<String> evidence() {
        return List.copyOf(evidence);
    }

    /** To be thrown by a rule that turns out not to apply to this provider. */
    static NotApplicable notApplicable(String reason) {
        return new NotApplicable(reason);
    }
}
