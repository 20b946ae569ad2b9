package id.dompet.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pom that contributors copy names the versions that this build was tested with. */
class NewModuleTest {
    private static final Path POM = Path.of("src/test/resources/new-module/pom.xml");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<artifactId>dompet</artifactId>\\s*<version>(.+?)</version>",
                "<junit.version>(.+?)</junit.version>",
                "<logback.version>(.+?)</logback.version>",
                "<artifactId>maven-resources-plugin</artifactId>\\s*<version>(.+?)</version>",
                "<artifactId>maven-compiler-plugin</artifactId>\\s*<version>(.+?)</version>",
                "<artifactId>maven-surefire-plugin</artifactId>\\s*<version>(.+?)</version>"
            })
    void versionsAreOurs(String where) {
        Matcher ours =
                Pattern.compile(where).matcher(Documents.read(Documents.ROOT.resolve("pom.xml")));
        assertThat(ours.find()).isTrue();
        assertThat(Documents.read(POM)).contains(">" + ours.group(1) + "<");
    }
}
