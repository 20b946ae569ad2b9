package id.dompet.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.dompet.model.DompetException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PropertiesFileTest {
    private static final String CANARY = Checking.CANARY;

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dompet.a=1\ndompet.b : 2\ndompet.c 3",
                "dompet.a = 1\r\n\r\n# x\r\n! y\r\ndompet.b=2\r\n",
                "dompet.a=1\rdompet.b=2",
                "  dompet.a \t=\f  one two  ",
                "dompet.a=one \\\n    two\\\\\ndompet.b=2",
                "dompet.a=one \\\r\n    two\r\ndompet.b=2",
                "dompet.a=\\u0041\\t\\n\\r\\f\\=\\:\\ \\#\\!\\\\x",
                "dompet.a\\ b\\=c=1",
                "dompet.a",
                "dompet.a=",
                "dompet.a==b:c",
                "dompet.a=one\\",
                "dompet.a=one\\\n\ndompet.b=2",
                "dompet.a=one\\\n# two",
                "dompet.a=\u00E9\u20AC",
                ""
            })
    void filesAreReadAsTheJdkReadsThem(String content) throws IOException {
        Properties expected = new Properties();
        expected.load(new StringReader(content));

        Layer layer = PropertiesFile.read(write(content));

        assertThat(layer.names()).isEqualTo(expected.stringPropertyNames());
        for (String key : layer.names()) {
            assertThat(layer.entry(key).orElseThrow().text()).isEqualTo(expected.getProperty(key));
        }
    }

    @Test
    void aByteOrderMarkBelongsToNoKey() throws IOException {
        assertThat(text(PropertiesFile.read(write("\uFEFFdompet.a=1\r\n")), "dompet.a"))
                .contains("1");
    }

    @Test
    void anEntryKnowsItsLine() throws IOException {
        Layer layer = PropertiesFile.read(write("# x\r\ndompet.a=1\\\r\n2\r\n\r\ndompet.b=3\r\n"));
        assertThat(layer.where("dompet.a")).isEqualTo(", in shop.properties, line 2");
        assertThat(layer.where("dompet.b")).isEqualTo(", in shop.properties, line 5");
    }

    @Test
    void neitherALayerNorItsEntriesShowValues() throws IOException {
        Layer layer = PropertiesFile.read(write("dompet.a=" + CANARY + "\n" + CANARY));
        assertThat(layer).hasToString("[***, dompet.a]");
        assertThat(layer.entry("dompet.a").orElseThrow().toString()).doesNotContain(CANARY);
        assertThat(Given.of(CANARY, "").toString()).doesNotContain(CANARY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dompet.b=1;dompet.a=c4n4ry-s3cr3t\\u12x4 | has a backslash and 'u' without four"
                        + " hex digits, line 2 (write two backslashes for one)",
                "dompet.a=\\u12 | has a backslash and 'u' without four hex digits, line 1 (write two"
                        + " backslashes for one)",
                "dompet.a=C:\\secrets | has a backslash before a letter or digit, line 1 (write two"
                        + " backslashes for one; escapes are t, n, r, f and u with four hex digits)",
                ";;= c4n4ry-s3cr3t | has no key before the sign, line 3 (write key = value)"
            })
    void aMalformedLineIsNamedAndNotQuoted(String lines, String problem) throws IOException {
        Path file = write(lines.replace(';', '\n'));
        assertThat(refused(file)).isEqualTo("the file " + file + " " + problem);
    }

    @Test
    void theSameKeyTwiceIsRefusedWithBothLines() throws IOException {
        Path file = write("dompet.a=" + CANARY + "\n\ndompet.b=2\n dompet.a: 3\n");
        assertThat(refused(file))
                .isEqualTo(
                        "dompet.a: the file "
                                + file
                                + " has the same key twice, lines 1 and 4 (keep one of the two"
                                + " lines)");
    }

    @Test
    void theSamePieceOfAPastedSecretTwiceIsNotShown() throws IOException {
        assertThat(refused(write("dompet.a=1\n" + CANARY + "\n" + CANARY + "\n")))
                .contains("has the same key twice, lines 2 and 3")
                .doesNotContain(CANARY);
    }

    @Test
    void aFileThatIsNotUtf8IsRefusedWithItsLine() throws IOException {
        Path file = folder.resolve("latin.properties");
        Files.write(file, "dompet.a=1\ndompet.b=\u00E9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(refused(file))
                .isEqualTo("the file " + file + " is not UTF-8, line 2 (save it as UTF-8)");
        Files.write(file, "dompet.a=\u00E9".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(refused(file)).contains("is not UTF-8, line 1");
    }

    @Test
    void aFileThatCutsACharacterInTwoIsNotUtf8() throws IOException {
        Path file = folder.resolve("cut.properties");
        Files.write(file, new byte[] {'d', '=', (byte) 0xC3});
        assertThat(refused(file)).contains("is not UTF-8, line 1");
    }

    @Test
    void aFileThatIsMissingOrAFolderOrTooLargeIsRefused() throws IOException {
        Path missing = folder.resolve("missing.properties");
        assertThat(refused(missing))
                .isEqualTo(
                        "the file "
                                + missing
                                + " does not exist (check the path; relative ones begin at the"
                                + " working folder)");
        assertThat(refused(folder))
                .isEqualTo("the file " + folder + " is a directory (name the file inside it)");
        assertThat(refused(write("#".repeat(1024 * 1024 + 1))))
                .contains("is larger than 1024 KiB (check that it is the right one)");
    }

    private Path write(String content) throws IOException {
        return Files.writeString(folder.resolve("shop.properties"), content);
    }

    private static Optional<String> text(Layer layer, String key) {
        return layer.entry(key).map(Layer.Entry::text);
    }

    private static String refused(Path file) {
        DompetException.Misconfigured thrown =
                catchThrowableOfType(
                        DompetException.Misconfigured.class, () -> PropertiesFile.read(file));
        assertThat(thrown.problems()).hasSize(1);
        assertThat(thrown).hasMessageNotContaining(CANARY);
        return thrown.problems().get(0).toString();
    }
}
