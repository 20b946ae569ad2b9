package id.dompet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a command did.
 *
 * @param status its exit status
 * @param out its standard output
 * @param err its standard error
 */
public record Cli(int status, String out, String err) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** So that tests leave the files of whoever runs them alone. */
    private static final Path HOME = Path.of("target", "home").toAbsolutePath();

    /** Runs a command in this process. */
    public static Cli run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status =
                Main.run(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        args);
        return new Cli(
                status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Runs a command in a process of its own. */
    public static Cli runAlone(String... args) throws IOException, InterruptedException {
        Process process = start(args);
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Cli(process.exitValue(), out, err);
    }

    /** Starts a command in a process of its own. */
    public static Process start(String... args) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-Dguice_bytecode_gen_option=DISABLED");
        command.add("-Duser.home=" + HOME);
        command.add("-cp");
        command.add(System.getProperty("java.class.path", ""));
        command.add(Main.class.getName());
        command.addAll(List.of(args));
        return new ProcessBuilder(command).start();
    }

    /** Everything that was on the screen. */
    public String screen() {
        return out + err;
    }

    /** The lines of {@code --json}. */
    public List<JsonNode> lines() {
        return out.lines().map(Cli::parse).toList();
    }

    /** The line of {@code --json} about the step of this name, of the first journey that has it. */
    public JsonNode step(String label) {
        return lines().stream()
                .filter(line -> line.path("step").asText().equals(label))
                .findFirst()
                .orElseThrow();
    }

    /** Asserts that the screen shows sentences, not the inside of the program. */
    public Cli isPlain() {
        assertThat(screen()).doesNotContain("Exception").doesNotContain("\tat ");
        return this;
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + line, e);
        }
    }
}
