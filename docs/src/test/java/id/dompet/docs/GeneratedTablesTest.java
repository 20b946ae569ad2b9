package id.dompet.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The tables are made from what the code declares. After changing a declaration run {@code mvn -pl
 * docs -am verify -Ddocs.update=true}.
 */
class GeneratedTablesTest {
    @ParameterizedTest
    @CsvSource({
        "README.md, capabilities",
        "docs/configuration.md, core-settings",
        "docs/configuration.md, duitku-settings",
        "docs/configuration.md, doku-settings",
        "docs/performance.md, goals",
        "docs/rules.md, rules"
    })
    void theTableIsWhatTheCodeDeclares(String document, String table) throws IOException {
        Path file = Documents.ROOT.resolve(document);
        String text = Documents.read(file);
        String begin = "<!-- generated: " + table + " -->\n";
        String end = "<!-- end of generated -->";
        int from = text.indexOf(begin);
        assertThat(from).as(document + " has a place for " + table).isNotNegative();
        int start = from + begin.length();
        int stop = text.indexOf(end, start);
        String expected = Tables.named(table);
        if (Boolean.getBoolean("docs.update")) {
            Files.writeString(file, text.substring(0, start) + expected + text.substring(stop));
            return;
        }
        assertThat(text.substring(start, stop)).isEqualTo(expected);
    }
}
