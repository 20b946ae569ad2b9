package id.dompet.docs;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.Dompet;
import id.dompet.DompetConfig;
import id.dompet.docs.Documents.Block;
import id.dompet.spi.CredentialStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing is quoted that is not compiled, run or read by the build. */
class SnippetsTest {
    static List<Block> blocks() {
        return Documents.blocks();
    }

    static Stream<Path> documents() {
        return Documents.all().stream();
    }

    @Test
    void thereIsSomethingToCheck() {
        assertThat(blocks()).hasSizeGreaterThan(8);
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void everyBlockIsOfAKindThatIsChecked(Block block, @TempDir Path folder) throws IOException {
        if (block.note().startsWith("file: ")) {
            String file = block.note().substring("file: ".length());
            assertSame(block, Documents.read(Documents.ROOT.resolve(file)));
            return;
        }
        switch (block.kind()) {
            case "java" -> assertQuoted(block);
            case "properties" -> assertOpens(block, folder);
            case "xml" -> assertThat(block.text()).contains("<artifactId>dompet-");
            case "sh" -> assertRunByTheBuild(block);
            case "text" -> assertMade(block);
            default -> assertThat(block.kind()).as("kind of " + block).isEqualTo("a known kind");
        }
    }

    /** {@code <!-- snippet: Shop.java#pay -->}, or without a name for the whole program. */
    private static void assertQuoted(Block block) {
        assertThat(block.note()).as("source of " + block).startsWith("snippet: ");
        String source = block.note().substring("snippet: ".length());
        int hash = source.indexOf('#');
        assertSame(
                block,
                hash < 0
                        ? Documents.program(source)
                        : Documents.snippet(source.substring(0, hash), source.substring(hash + 1)));
    }

    /** {@code <!-- made by: three-mistakes -->}, or a drawing. */
    private static void assertMade(Block block) {
        if (block.note().startsWith("made by: ")) {
            assertSame(block, Tables.named(block.note().substring("made by: ".length())));
        } else {
            assertThat(block.note()).as("what " + block + " is").startsWith("drawing");
        }
    }

    private static void assertSame(Block block, String expected) {
        if (Boolean.getBoolean("docs.update")) {
            String opening = "<!-- " + block.note() + " -->\n```" + block.kind() + "\n";
            Documents.replace(
                    block.document(), opening + block.text() + "```", opening + expected + "```");
            return;
        }
        assertThat(block.text()).isEqualTo(expected);
    }

    private static void assertOpens(Block block, Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("shop.properties"), block.text());
        DompetConfig config =
                DompetConfig.builder()
                        .file(file)
                        .environment(Map.of("DUITKU_API_KEY", "key-of-the-shop"))
                        .build();
        try (Dompet dompet =
                Dompet.builder(config).credentials(CredentialStore.inMemory()).open()) {
            assertThat(dompet.providers()).isNotEmpty();
        }
    }

    /** The continuous build runs these commands; see {@code .ci/run}. */
    private static void assertRunByTheBuild(Block block) {
        String build = Documents.read(Documents.ROOT.resolve(".ci/run"));
        block.text()
                .lines()
                .map(line -> line.replaceAll("\\s+#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .forEach(command -> assertThat(build).contains(command));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkLeadsSomewhere(Path document) {
        assertThat(Documents.links(document)).allSatisfy(target -> assertThat(target).exists());
    }
}
