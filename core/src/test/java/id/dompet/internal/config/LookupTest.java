package id.dompet.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets from files, and references to the environment. */
final class LookupTest {
    private static final String KEY = "dompet.duitku.api-key";
    private static final String FILE = KEY + "-file";

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n"})
    void oneLineBreakAtTheEndOfASecretsFileIsCutOff(String end) throws IOException {
        assertThat(apiKey(fromFile(write("k\u00E9y" + end)))).isEqualTo("k\u00E9y");
    }

    @Test
    void aSecretOfSeveralLinesStaysAsItIs() throws IOException {
        String pem = "-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----";
        assertThat(apiKey(fromFile(write(pem + "\n")))).isEqualTo(pem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"c4n4ry-s3cr3t\n\n", "c4n4ry-s3cr3t \n", " c4n4ry-s3cr3t", "\uFEFFc4n4ry"})
    void moreThanOneLineBreakOrBlankIsAProblem(String content) throws IOException {
        Path file = write(content);
        assertThat(fromFile(file).problems())
                .containsExactly(
                        KEY
                                + ": has blanks or line breaks around it, which would make every"
                                + " signature wrong, in the file "
                                + file
                                + " (remove what stands before and after the secret)");
    }

    @Test
    void aVariableMayNameTheFile() throws IOException {
        String path = write("k").toString();
        assertThat(apiKey(secretless().variable("DOMPET_DUITKU_API_KEY_FILE", path)))
                .isEqualTo("k");
        assertThat(apiKey(secretless().property(FILE, path))).isEqualTo("k");
    }

    @Test
    void theSecretOfCoreMayStandInAFileToo() throws IOException {
        CheckedConfig config =
                Checking.valid()
                        .set("dompet.http-proxy", "http://proxy.example:3128")
                        .set("dompet.http-proxy-user", "u")
                        .variable("DOMPET_HTTP_PROXY_PASSWORD_FILE", write("pw").toString())
                        .check();
        assertThat(config.transport().proxy().orElseThrow().password().orElseThrow().reveal())
                .isEqualTo("pw");
    }

    @Test
    void aFileThatDoesNotExistIsNamed() {
        Path missing = folder.resolve("missing");
        assertThat(
                        secretless()
                                .variable("DOMPET_DUITKU_API_KEY_FILE", missing.toString())
                                .problems())
                .containsExactly(
                        FILE
                                + ": the file "
                                + missing
                                + " does not exist, in environment variable"
                                + " DOMPET_DUITKU_API_KEY_FILE (check the path; relative ones begin"
                                + " at the working folder)");
    }

    @Test
    void aFileThatIsEmptyOrAFolderOrTooLargeOrNotTextIsNamed() throws IOException {
        Path latin = folder.resolve("latin");
        Files.write(latin, "k\u00E9y".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(fromFile(write("")).problems())
                .containsExactly(
                        FILE
                                + ": the file "
                                + folder.resolve("secret")
                                + " is empty (write the secret into the file)");
        assertThat(fromFile(write("\n")).problems())
                .singleElement()
                .asString()
                .contains("is empty");
        assertThat(fromFile(folder).problems())
                .containsExactly(
                        FILE
                                + ": the file "
                                + folder
                                + " is a directory (name the file inside it)");
        assertThat(fromFile(latin).problems())
                .containsExactly(
                        FILE + ": the file " + latin + " is not UTF-8, line 1 (save it as UTF-8)");
        assertThat(fromFile(write("x".repeat(70_000))).problems())
                .singleElement()
                .asString()
                .contains("is larger than 64 KiB");
    }

    @Test
    void aSecretWrittenWhereItsPathBelongsIsNotShown() {
        assertThat(secretless().set(FILE, Checking.CANARY).problems())
                .singleElement()
                .asString()
                .startsWith(FILE + ": the file (not shown, for lack of a leading / or ./ it may be")
                .doesNotContain(Checking.CANARY);
        assertThat(secretless().set(FILE, "\0" + Checking.CANARY).problems())
                .singleElement()
                .asString()
                .startsWith(FILE + ": is not a path")
                .doesNotContain(Checking.CANARY);
    }

    @Test
    void aSecretAndItsFileAtOneLevelAreAProblem() throws IOException {
        String path = write("k").toString();
        assertThat(Checking.valid().set(FILE, path).problems())
                .containsExactly(
                        KEY
                                + ": is given twice, by itself and as a file (keep one of "
                                + KEY
                                + " and "
                                + FILE
                                + ")");
        assertThat(
                        secretless()
                                .variable("DOMPET_DUITKU_API_KEY", Checking.CANARY)
                                .variable("DOMPET_DUITKU_API_KEY_FILE", path)
                                .problems())
                .containsExactly(
                        KEY
                                + ": is given twice, by itself and as a file, in environment"
                                + " variable DOMPET_DUITKU_API_KEY_FILE (keep one of"
                                + " DOMPET_DUITKU_API_KEY and DOMPET_DUITKU_API_KEY_FILE)");
    }

    @Test
    void aStrongerLevelWinsWhicheverFormItHas() throws IOException {
        String path = write("from-file").toString();
        assertThat(apiKey(Checking.valid().variable("DOMPET_DUITKU_API_KEY_FILE", path)))
                .isEqualTo(Checking.CANARY);
        assertThat(apiKey(fromFile(Path.of(path)).variable("DOMPET_DUITKU_API_KEY", "weaker")))
                .isEqualTo("from-file");
    }

    @Test
    void aBlankFormBesideTheOtherIsNone() throws IOException {
        assertThat(apiKey(fromFile(write("from-file")).set(KEY, ""))).isEqualTo("from-file");
        assertThat(apiKey(Checking.valid().set(FILE, " "))).isEqualTo(Checking.CANARY);
    }

    @ParameterizedTest
    @CsvSource({
        "dompet.duitku.merchant-code-file, dompet.duitku.merchant-code",
        "dompet.environment-file, dompet.environment",
        "dompet.duitku.type-file, dompet.duitku.type"
    })
    void onlySecretsAreReadFromFiles(String key, String setting) {
        assertThat(Checking.valid().set(key, "/run/secrets/x").problems())
                .containsExactly(
                        key
                                + ": only secrets are read from files, and "
                                + setting
                                + " is none (set "
                                + setting
                                + " itself)");
        String variable = Keys.environmentName(key);
        assertThat(Checking.valid().variable(variable, "/run/secrets/x").problems())
                .singleElement()
                .asString()
                .startsWith(variable + ": only secrets are read from files, and DOMPET_");
    }

    @Test
    void referencesAreReplacedOnceAndOnlyInValues() {
        Checking checking =
                secretless()
                        .set(KEY, "a-${env:ONE}-${env:TWO}-$${env:ONE}-$$")
                        .variable("ONE", "${env:TWO}")
                        .variable("TWO", "$1\\2");
        assertThat(apiKey(checking)).isEqualTo("a-${env:TWO}-$1\\2-${env:ONE}-$$");
    }

    @Test
    void aReferenceMayNameTheFileOfASecret() throws IOException {
        write("from-file");
        Checking checking =
                secretless().property(FILE, "${env:DIR}/secret").variable("DIR", folder.toString());
        assertThat(apiKey(checking)).isEqualTo("from-file");
    }

    @Test
    void aReferenceToNothingNamesKeyAndVariable() {
        assertThat(secretless().property(KEY, "${env:DUITKU_KEY}").problems())
                .containsExactly(
                        KEY
                                + ": refers to the environment variable DUITKU_KEY, which is not"
                                + " set, in the system properties (set DUITKU_KEY)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"${c4n4ry-s3cr3t}", "c4n4ry-s3cr3t${", "${env:c4n4ry-s3cr3t}", "${env:A"})
    void anotherReferenceIsAProblemAndNotShown(String value) {
        assertThat(secretless().set(KEY, value).variable("A", "x").problems())
                .containsExactly(
                        KEY
                                + ": has '${' that begins no complete ${env:NAME} (only environment"
                                + " variables can be referred to; write $${ for a plain ${)");
    }

    @Test
    void theEnvironmentAndFilesOfSecretsAreTakenAsTheyAre() throws IOException {
        assertThat(apiKey(secretless().variable("DOMPET_DUITKU_API_KEY", "$${x}${y}")))
                .isEqualTo("$${x}${y}");
        assertThat(apiKey(fromFile(write("${env:ONE}")).variable("ONE", "x")))
                .isEqualTo("${env:ONE}");
        assertThat(
                        secretless()
                                .variable("DOMPET_DUITKU_API_KEY", "${env:ONE}")
                                .variable("ONE", "x")
                                .problems())
                .containsExactly(
                        KEY
                                + ": has a reference ${env:...}, which environment variables cannot"
                                + " have, in environment variable DOMPET_DUITKU_API_KEY (put the"
                                + " value itself there)");
    }

    private Path write(String content) throws IOException {
        return Files.writeString(folder.resolve("secret"), content);
    }

    private static Checking secretless() {
        return Checking.valid().without(KEY);
    }

    private static Checking fromFile(Path file) {
        return secretless().set(FILE, file.toString());
    }

    private static String apiKey(Checking checking) {
        return checking.check().instances().get(0).settings().secret("api-key").reveal();
    }
}
