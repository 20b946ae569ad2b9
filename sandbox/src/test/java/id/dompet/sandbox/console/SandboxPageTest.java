package id.dompet.sandbox.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** docs/sandbox.md says what the console can do, all of it and nothing else. */
final class SandboxPageTest {
    private static final Path PAGE = Path.of("..", "docs", "sandbox.md");

    @Test
    void everyAddressIsInTheTableWithItsParameters() throws Exception {
        try (Desk desk = new Desk()) {
            JsonNode all = desk.get("").body();
            List<String> expected =
                    Stream.of("GET", "POST")
                            .flatMap(
                                    method ->
                                            StreamSupport.stream(
                                                            all.path(method).spliterator(), false)
                                                    .map(entry -> row(method, entry)))
                            .toList();

            assertThat(rows("| GET `", "| POST `")).containsExactlyElementsOf(expected);
        }
    }

    @Test
    void everyFaultIsInTheTable() throws Exception {
        assertThat(rows("| fault `"))
                .containsExactlyElementsOf(
                        Arrays.stream(FaultKind.values())
                                .map(
                                        kind ->
                                                "| fault `%s` | %s |"
                                                        .formatted(kind.label(), kind.what()))
                                .toList());
    }

    private static String row(String method, JsonNode entry) {
        List<String> parameters =
                StreamSupport.stream(entry.path("parameters").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList();
        return "| %s `%s` | %s | %s |"
                .formatted(
                        method,
                        entry.path("path").asText(),
                        parameters.isEmpty() ? "-" : String.join(", ", parameters),
                        entry.path("what").asText());
    }

    private static List<String> rows(String... beginnings) throws Exception {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> Arrays.stream(beginnings).anyMatch(line::startsWith))
                .toList();
    }
}
