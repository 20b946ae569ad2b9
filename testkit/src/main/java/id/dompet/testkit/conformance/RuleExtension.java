package id.dompet.testkit.conformance;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs each rule on the shared bench. */
final class RuleExtension implements BeforeEachCallback, AfterEachCallback {
    private static final ExtensionContext.Namespace SPACE =
            ExtensionContext.Namespace.create(RuleExtension.class);

    @Override
    public void beforeEach(ExtensionContext context) {
        Rules rules = (Rules) context.getRequiredTestInstance();
        Bench bench =
                context.getParent()
                        .orElse(context)
                        .getStore(SPACE)
                        .getOrComputeIfAbsent(
                                Bench.class,
                                unused -> new Bench(rules.subject(), rules.scale()),
                                Bench.class);
        bench.clear();
        rules.use(bench);
    }

    @Override
    public void afterEach(ExtensionContext context) {}
}
