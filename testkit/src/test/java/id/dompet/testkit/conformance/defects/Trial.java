package id.dompet.testkit.conformance.defects;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.conformance.rules.BrokenContoh;
import id.dompet.testkit.conformance.run.Run;
import java.security.Security;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * The suite, run for one broken module: the rules of the fault's own group, or with {@code
 * -Ddompet.bites=all} every rule, which takes minutes instead of seconds.
 *
 * @param passed the numbers of the rules that passed
 * @param failed the rules that failed, and with which words
 */
public record Trial(Set<String> passed, Map<String, String> failed) {
    static final boolean EVERY_RULE = System.getProperty("dompet.bites", "").equals("all");

    static Trial of(Defect defect) {
        Listener listener = new Listener();
        LauncherConfig alone =
                LauncherConfig.builder()
                        .enableTestExecutionListenerAutoRegistration(false)
                        .enableLauncherSessionListenerAutoRegistration(false)
                        .build();
        Locale language = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        BrokenContoh.defect(defect);
        try {
            LauncherFactory.create(alone)
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(rules(defect))
                                    .configurationParameter(
                                            Run.PARTIAL, Boolean.toString(!EVERY_RULE))
                                    .build(),
                            listener);
        } finally {
            BrokenContoh.defect(null);
            // Some defects change them, and other trials go on.
            if (Trials.isAlone(defect)) {
                Locale.setDefault(language);
                TimeZone.setDefault(zone);
                Security.removeProvider("Contoh");
            }
        }
        return new Trial(listener.passed, listener.failed);
    }

    private static List<? extends DiscoverySelector> rules(Defect defect) {
        return EVERY_RULE
                ? List.of(selectClass(BrokenContoh.class))
                : Arrays.stream(BrokenContoh.class.getMethods())
                        .filter(
                                method ->
                                        Optional.ofNullable(method.getAnnotation(Rule.class))
                                                .map(rule -> Defect.group(rule.id()))
                                                .filter(defect.group()::equals)
                                                .isPresent())
                        .map(method -> selectMethod(BrokenContoh.class, method))
                        .toList();
    }

    private static final class Listener implements TestExecutionListener {
        private final Set<String> passed = new TreeSet<>();
        private final Map<String, String> failed = new TreeMap<>();

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            String name = rule(test).orElse(test.getDisplayName());
            if (result.getStatus() == Status.FAILED) {
                failed.put(
                        name, result.getThrowable().map(Throwable::toString).orElse("no reason"));
            } else if (result.getStatus() == Status.SUCCESSFUL && test.isTest()) {
                passed.add(name);
            }
        }

        private static Optional<String> rule(TestIdentifier test) {
            return test.getSource()
                    .filter(MethodSource.class::isInstance)
                    .map(source -> ((MethodSource) source).getJavaMethod())
                    .map(method -> method.getAnnotation(Rule.class))
                    .map(Rule::id);
        }
    }
}
