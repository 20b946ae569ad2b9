package id.dompet.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A run of the suite fails when it leaves a rule out; what it cannot notice is that it was never
 * started.
 */
class ConformanceTest {
    private static final String SERVICES =
            "src/main/resources/META-INF/services/id.dompet.spi.WalletProviderPlugin";
    private static final Pattern JUDGED = Pattern.compile("class \\w+Test extends \\w*Conformance");
    private static final Pattern SWITCHED_OFF = Pattern.compile("^@Disabled", Pattern.MULTILINE);

    @Test
    void everyProviderModuleIsJudged() throws IOException {
        List<Path> modules;
        try (Stream<Path> folders = Files.list(Documents.ROOT)) {
            modules = folders.filter(folder -> Files.exists(folder.resolve(SERVICES))).toList();
        }
        assertThat(modules).hasSizeGreaterThanOrEqualTo(2);
        for (Path module : modules) {
            try (Stream<Path> tests = Files.walk(module.resolve("src/test/java"))) {
                List<String> classes =
                        tests.filter(file -> file.toString().contains("Conformance"))
                                .filter(Files::isRegularFile)
                                .map(Documents::read)
                                .toList();
                assertThat(classes)
                        .as("%s has a class named ...Test that extends the suite", module)
                        .anyMatch(text -> JUDGED.matcher(text).find())
                        .noneMatch(text -> SWITCHED_OFF.matcher(text).find());
            }
        }
    }
}
