package id.dompet.testkit.conformance.rules;

import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.conformance.run.Run;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Runs each rule on the shared bench, and accounts for every rule at the end of the class. A run
 * that left a rule out, for whatever reason, is a failure of the class itself: no second tool has
 * to read the reports in order to notice.
 */
final class RuleExtension
        implements BeforeAllCallback, AfterAllCallback, InvocationInterceptor, TestWatcher {
    /** Where reports are written instead of {@code target/conformance}, e.g. for Gradle. */
    static final String REPORTS = "dompet.conformance.reports";

    private static final ExtensionContext.Namespace SPACE =
            ExtensionContext.Namespace.create(RuleExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        Class<?> suite = context.getRequiredTestClass();
        if (Rules.class.isAssignableFrom(suite)) {
            boolean partial =
                    context.getConfigurationParameter(Run.PARTIAL)
                            .map(Boolean::valueOf)
                            .orElse(false);
            Optional<Path> reports = context.getConfigurationParameter(REPORTS).map(Path::of);
            context.getStore(SPACE).put(Run.class, new Run(suite, partial, reports));
        }
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> body,
            ReflectiveInvocationContext<Method> invocation,
            ExtensionContext context)
            throws Throwable {
        Optional<Rule> rule = rule(context);
        if (rule.isPresent()) {
            Rules rules = (Rules) context.getRequiredTestInstance();
            run(context).execute(rule.get(), new RuleSession(rules, body));
        } else {
            Void unused = body.proceed();
        }
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        rule(context).ifPresent(rule -> run(context).shownAsFailed(rule, cause));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (Rules.class.isAssignableFrom(context.getRequiredTestClass())) {
            run(context).end();
        }
    }

    private static Optional<Rule> rule(ExtensionContext context) {
        return context.getTestMethod().map(method -> method.getAnnotation(Rule.class));
    }

    private static Run run(ExtensionContext context) {
        Run run = context.getStore(SPACE).get(Run.class, Run.class);
        if (run == null) {
            throw new IllegalStateException("rules run in their own class only");
        }
        return run;
    }
}
