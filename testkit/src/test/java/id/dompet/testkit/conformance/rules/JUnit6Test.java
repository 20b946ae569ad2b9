package id.dompet.testkit.conformance.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The suite knows nothing of JUnit that JUnit 6 does not have. */
class JUnit6Test {
    /** Filled by the build. */
    private static final Path JARS = Path.of("target", "junit6");

    @Test
    void theSuiteRunsUnderJUnit6() throws IOException, InterruptedException {
        assumeThat(JARS).as("the build copies JUnit 6 before it runs tests").isDirectory();
        Path output = Files.createTempFile("junit6", ".txt");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Dguice_bytecode_gen_option=DISABLED",
                                "-cp",
                                classPath(),
                                UnderJUnit6.class.getName())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        int status = process.waitFor();
        List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
        Files.delete(output);
        assertThat(status).as(() -> String.join("\n", lines)).isZero();
        assertThat(lines)
                .anyMatch(line -> line.startsWith("JUnit 6."))
                .containsSubsequence(
                        "PLG-01 SUCCESSFUL",
                        "BND-02 FAILED",
                        "BND-10 FAILED",
                        "PAY-01 FAILED",
                        "problem: ",
                        "PAY-01 ABORTED",
                        "PAY-02 SUCCESSFUL",
                        "PAY-03 ABORTED",
                        "problem: ");
    }

    /** This JVM's own, with other JUnit jars. */
    private static String classPath() throws IOException {
        String own =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        try (Stream<Path> jars = Files.list(JARS)) {
            return Stream.concat(
                            jars.map(Path::toString),
                            Arrays.stream(own.split(File.pathSeparator))
                                    .filter(entry -> !entry.contains("junit-jupiter"))
                                    .filter(entry -> !entry.contains("junit-platform")))
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }
}
