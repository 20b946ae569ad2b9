package id.dompet.testkit.conformance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;

/** One conformance class, from its first rule to its report. Runs one rule at a time. */
final class Run {
    private final Class<?> suite;
    private final boolean partial;
    private final Optional<Path> elsewhere;
    private final Accounts accounts;
    private @Nullable Rules first;
    private @Nullable Judge judge;
    private Waivers waivers = Waivers.NONE;
    private @Nullable String unopened;

    /**
     * @param elsewhere where the report goes, unless the suite decides
     */
    Run(Class<?> suite, boolean partial, Optional<Path> elsewhere) {
        this.suite = suite;
        this.partial = partial;
        this.elsewhere = elsewhere;
        this.accounts = new Accounts(RuleBook.of(suite));
    }

    /**
     * Runs a rule; returns if it passes, fails with words otherwise, aborts if it is not judged.
     */
    synchronized void execute(Rule rule, Rules rules, Invocation<Void> body) {
        Judge opened = opened(rule, rules, body);
        Finding finding = waivers.applyTo(rule.id(), opened.judge(rule, rules, body));
        accounts.record(rule.id(), finding.result(), finding.evidence());
        switch (finding.result()) {
            case FAILED -> throw finding.error();
            case NOT_APPLICABLE, WAIVED -> Assumptions.abort(finding.evidence());
            case PASSED -> {
                // nothing to say
            }
        }
    }

    private Judge opened(Rule rule, Rules rules, Invocation<Void> body) {
        if (judge != null) {
            return judge;
        }
        if (unopened != null) {
            body.skip();
            accounts.notJudged(rule.id(), unopened);
            Assumptions.abort("not judged: the first rule says why");
        }
        first = rules;
        ReportFiles.delete(folder(rules), suite);
        try {
            waivers = new Waivers(Opening.ask("waivers()", rules::waived), rules.today());
            judge = new Judge(Opening.open(rules.subject(), rules.scale()));
            return judge;
        } catch (Opening.Unanswered e) {
            body.skip();
            unopened = "no rule of %s can be judged: %s".formatted(suite.getName(), e.getMessage());
            accounts.record(rule.id(), Result.FAILED, unopened);
            throw Finding.failed(unopened, e.getCause() == null ? e : e.getCause()).error();
        }
    }

    /** JUnit showed a rule as failed. */
    synchronized void shownAsFailed(Rule rule, Throwable thrown) {
        String text = String.valueOf(thrown);
        accounts.shownAsFailed(rule.id(), judge == null ? text : judge.redacted(text));
    }

    /** Closes what the rules shared, writes the report, and fails if the run proves nothing. */
    synchronized void end() {
        List<String> problems = new ArrayList<>(waivers.problems(accounts.known()));
        problems.addAll(accounts.problems(partial));
        if (first != null) {
            ReportFiles.write(folder(first), report(first, problems));
        }
        if (judge != null) {
            judge.close();
        }
        if (!problems.isEmpty()) {
            throw new AssertionError(suite.getName() + ":\n - " + String.join("\n - ", problems));
        }
    }

    private Path folder(Rules rules) {
        return elsewhere.orElseGet(rules::reports);
    }

    private Report report(Rules rules, List<String> problems) {
        return new Report(
                suite,
                judge == null ? "unknown" : judge.pluginType(),
                accounts.verdicts(),
                accounts.missing(),
                problems,
                unopened == null && problems.isEmpty() && accounts.missing().isEmpty(),
                rules.today(),
                Report.versions(judge == null ? Optional.empty() : judge.pluginVersion()));
    }
}
