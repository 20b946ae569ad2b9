package id.dompet.testkit.conformance.rules;

import id.dompet.testkit.conformance.Waiver;
import id.dompet.testkit.conformance.bench.Bench;
import id.dompet.testkit.conformance.bench.Scale;
import id.dompet.testkit.conformance.bench.Subject;
import id.dompet.testkit.conformance.run.Session;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;

/** A rule as JUnit made it, and as the run sees it. */
record RuleSession(Rules rules, Invocation<Void> body) implements Session {
    @Override
    public Subject subject() {
        return rules.subject();
    }

    @Override
    public Scale scale() {
        return rules.scale();
    }

    @Override
    public List<Waiver> waived() {
        return rules.waived();
    }

    @Override
    public Path reports() {
        return rules.reports();
    }

    @Override
    public LocalDate today() {
        return rules.today();
    }

    @Override
    public void proceed(Bench bench) throws Throwable {
        rules.use(bench);
        Void unused = body.proceed();
    }

    @Override
    public void skip() {
        body.skip();
    }

    @Override
    public List<String> evidence() {
        return rules.evidence();
    }

    @Override
    public List<Bench> ownBenches() {
        return rules.ownBenches();
    }
}
