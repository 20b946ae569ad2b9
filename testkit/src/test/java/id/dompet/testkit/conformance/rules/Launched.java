package id.dompet.testkit.conformance.rules;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * What JUnit showed of a suite, by display name, in the order in which it ended; the class itself
 * under {@link #CLASS}.
 */
record Launched(Class<?> suite, Map<String, TestExecutionResult> shown) {

    private static final String CLASS = "the class";

    static Launched all(Class<?> suite) {
        return run(suite, Map.of(), selectClass(suite));
    }

    static Launched one(Class<?> suite, String method, Map<String, String> parameters) {
        return run(suite, parameters, selectMethod(suite, method));
    }

    private static Launched run(
            Class<?> suite, Map<String, String> parameters, DiscoverySelector selector) {
        Map<String, TestExecutionResult> shown = new LinkedHashMap<>();
        LauncherFactory.create(
                        LauncherConfig.builder()
                                .enableTestExecutionListenerAutoRegistration(false)
                                .enableLauncherSessionListenerAutoRegistration(false)
                                .build())
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selector)
                                .configurationParameters(parameters)
                                .build(),
                        new TestExecutionListener() {
                            @Override
                            public void executionFinished(
                                    TestIdentifier test, TestExecutionResult result) {
                                shown.put(name(test), result);
                            }
                        });
        return new Launched(suite, shown);
    }

    private static String name(TestIdentifier test) {
        return test.getSource().filter(ClassSource.class::isInstance).isPresent()
                ? CLASS
                : test.getDisplayName();
    }

    /** The rules in order, with the first word of how JUnit showed them. */
    List<String> rules() {
        return shown.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(TinyRules.DEMANDS))
                .map(entry -> entry.getKey().split(" ", 2)[0] + " " + entry.getValue().getStatus())
                .toList();
    }

    /** What JUnit showed of a rule that did not pass. */
    Throwable thrown(String rule) {
        return thrownBy(rule + " " + TinyRules.DEMANDS);
    }

    /** Why the class failed, apart from its rules; empty if it did not. */
    String problem() {
        TestExecutionResult result = Objects.requireNonNull(shown.get(CLASS));
        return result.getThrowable().map(Throwable::getMessage).orElse("");
    }

    private Throwable thrownBy(String name) {
        return Objects.requireNonNull(shown.get(name), () -> name + " is not in " + shown)
                .getThrowable()
                .orElseThrow();
    }

    JsonNode json() {
        try {
            return new ObjectMapper().readTree(report(".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A rule in the report. */
    JsonNode json(String rule) {
        for (JsonNode node : json().path("rules")) {
            if (node.path("id").asText().equals(rule)) {
                return node;
            }
        }
        throw new AssertionError(rule + " is not in " + json());
    }

    String report(String ending) {
        try {
            return Files.readString(TinyRules.REPORTS.resolve(suite.getSimpleName() + ending));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
