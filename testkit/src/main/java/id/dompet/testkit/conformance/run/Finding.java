package id.dompet.testkit.conformance.run;

import id.dompet.testkit.conformance.bench.Violation;
import id.dompet.testkit.conformance.report.Result;
import org.jspecify.annotations.Nullable;

/**
 * How one rule came out, before and after its waiver is considered.
 *
 * @param evidence what was tried, or why it did not pass; without secrets
 * @param thrown what the rule threw, where that matters; without secrets
 */
record Finding(Result result, String evidence, @Nullable Throwable thrown) {
    static Finding passed(String evidence) {
        return new Finding(Result.PASSED, evidence, null);
    }

    static Finding notApplicable(String reason) {
        return new Finding(Result.NOT_APPLICABLE, reason, null);
    }

    static Finding failed(String text) {
        return new Finding(Result.FAILED, text, null);
    }

    static Finding failed(String text, Throwable thrown) {
        return new Finding(Result.FAILED, text, thrown);
    }

    /** What JUnit shows of a failure, at the place where the rule found it. */
    AssertionError error() {
        // A violation says nothing that the text does not say.
        AssertionError error =
                new AssertionError(evidence, thrown instanceof Violation ? null : thrown);
        if (thrown != null) {
            error.setStackTrace(thrown.getStackTrace());
        }
        return error;
    }
}
