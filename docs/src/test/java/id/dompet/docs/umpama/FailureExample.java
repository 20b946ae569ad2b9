package id.dompet.docs.umpama;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What the suite says about a broken module: one rule is run, and its failure is quoted. */
public final class FailureExample {
    private static final String RULE = "pay05_undocumentedCodesAreUnknown";

    private FailureExample() {}

    /** The failure's words. */
    public static String text() {
        AtomicReference<String> seen = new AtomicReference<>("");
        LauncherConfig alone =
                LauncherConfig.builder()
                        .enableTestExecutionListenerAutoRegistration(false)
                        .enableLauncherSessionListenerAutoRegistration(false)
                        .build();
        LauncherFactory.create(alone)
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectMethod(HastyConformance.class, RULE))
                                .configurationParameter("dompet.conformance.partial", "true")
                                .configurationParameter(
                                        "dompet.conformance.reports", "target/broken")
                                .build(),
                        new TestExecutionListener() {
                            @Override
                            public void executionFinished(
                                    TestIdentifier test, TestExecutionResult result) {
                                Optional<Throwable> thrown = result.getThrowable();
                                thrown.ifPresent(e -> seen.set(String.valueOf(e.getMessage())));
                            }
                        });
        return seen.get() + "\n";
    }
}
