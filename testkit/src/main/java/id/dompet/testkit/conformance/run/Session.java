package id.dompet.testkit.conformance.run;

import id.dompet.testkit.conformance.Waiver;
import id.dompet.testkit.conformance.bench.Bench;
import id.dompet.testkit.conformance.bench.Scale;
import id.dompet.testkit.conformance.bench.Subject;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** One rule that JUnit is about to run, and what its conformance class answers. */
public interface Session {
    /** The module under test. */
    Subject subject();

    /** How much is tried. */
    Scale scale();

    /** Rules that the module is known to break. */
    List<Waiver> waived();

    /** Where the report is written. */
    Path reports();

    /** The day by which waivers are judged. */
    LocalDate today();

    /** Runs the rule on a bench. */
    void proceed(Bench bench) throws Throwable;

    /** Tells JUnit that the rule is not run. */
    void skip();

    /** What was tried. */
    List<String> evidence();

    /** Every bench that the rule opened for itself. */
    List<Bench> ownBenches();
}
