package id.dompet.testkit.conformance.run;

import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.conformance.RuleBook;
import id.dompet.testkit.conformance.report.Report;
import id.dompet.testkit.conformance.report.ReportFiles;
import id.dompet.testkit.conformance.report.Result;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** One conformance class, from its first rule to its report. Runs one rule at a time. */
public final class Run {
    /** Set to {@code true} to run single rules on purpose. */
    public static final String PARTIAL = "dompet.conformance.partial";

    private final Class<?> suite;
    private final boolean partial;
    private final Optional<Path> elsewhere;
    private final Accounts accounts;
    private @Nullable Session first;
    private @Nullable Judge judge;
    private Waivers waivers = Waivers.NONE;
    private @Nullable String unopened;

    /**
     * @param elsewhere where the report goes, unless the suite decides
     */
    public Run(Class<?> suite, boolean partial, Optional<Path> elsewhere) {
        this.suite = suite;
        this.partial = partial;
        this.elsewhere = elsewhere;
        this.accounts = new Accounts(RuleBook.of(suite));
    }

    /**
     * Runs a rule; returns if it passes, fails with words otherwise, aborts if it is not judged.
     */
    public synchronized void execute(Rule rule, Session session) {
        Judge opened = opened(rule, session);
        Finding finding = waivers.applyTo(rule.id(), opened.judge(rule, session));
        accounts.record(rule.id(), finding.result(), finding.evidence());
        switch (finding.result()) {
            case FAILED -> throw finding.error();
            case NOT_APPLICABLE, WAIVED -> Assumptions.abort(finding.evidence());
            case PASSED -> {
                // nothing to say
            }
        }
    }

    private Judge opened(Rule rule, Session session) {
        if (judge != null) {
            return judge;
        }
        if (unopened != null) {
            session.skip();
            accounts.notJudged(rule.id(), unopened);
            Assumptions.abort("not judged: the first rule says why");
        }
        first = session;
        ReportFiles.delete(folder(session), suite);
        try {
            waivers = new Waivers(Opening.ask("waivers()", session::waived), session.today());
            judge = new Judge(Opening.open(session.subject(), session.scale()));
            return judge;
        } catch (Opening.Unanswered e) {
            session.skip();
            unopened = "no rule of %s can be judged: %s".formatted(suite.getName(), e.getMessage());
            accounts.record(rule.id(), Result.FAILED, unopened);
            throw Finding.failed(unopened, e.getCause() == null ? e : e.getCause()).error();
        }
    }

    /** JUnit showed a rule as failed. */
    public synchronized void shownAsFailed(Rule rule, Throwable thrown) {
        String text = String.valueOf(thrown);
        accounts.shownAsFailed(rule.id(), judge == null ? text : judge.redacted(text));
    }

    /** Closes what the rules shared, writes the report, and fails if the run proves nothing. */
    public synchronized void end() {
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

    private Path folder(Session session) {
        return elsewhere.orElseGet(session::reports);
    }

    private Report report(Session session, List<String> problems) {
        return new Report(
                suite,
                judge == null ? "unknown" : judge.pluginType(),
                accounts.verdicts(),
                accounts.missing(),
                problems,
                unopened == null && problems.isEmpty() && accounts.missing().isEmpty(),
                session.today(),
                Report.versions(judge == null ? Optional.empty() : judge.pluginVersion()));
    }
}
