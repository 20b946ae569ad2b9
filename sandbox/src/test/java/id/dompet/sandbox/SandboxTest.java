package id.dompet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.sandbox.console.RunningFile;
import id.dompet.sandbox.simulators.CredentialsFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stand-alone simulator, as a process of its own. */
final class SandboxTest {
    @TempDir private Path folder = Path.of("");

    /** A running sandbox and what it said until it was ready. */
    private record Running(Process process, List<String> lines) implements AutoCloseable {
        String ready() {
            return lines.get(lines.size() - 1);
        }

        /** What a SIGTERM makes of it. */
        Cli end() throws IOException, InterruptedException {
            // Process.destroy would also close the streams that are read next.
            assertThat(process.toHandle().destroy()).isTrue();
            String err =
                    new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            return new Cli(process.exitValue(), String.join("\n", lines), err);
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    @Test
    void itWritesAFileThatTheDemoCanUseAndEndsCleanlyOnASignal() throws Exception {
        Path directory = folder.resolve("new");
        Path file = directory.resolve(CredentialsFile.NAME);
        try (Running sandbox = start("--credentials-dir", directory.toString())) {
            assertThat(sandbox.lines()).hasSize(1);
            assertThat(sandbox.ready())
                    .matches(
                            "ready duitku=http://127\\.0\\.0\\.1:[0-9]+"
                                    + " doku=http://127\\.0\\.0\\.1:[0-9]+"
                                    + " start=http://127\\.0\\.0\\.1:[0-9]+/ credentials=.*")
                    .endsWith("credentials=" + file);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(status(address(sandbox.ready()))).isEqualTo(404);
            Cli demo = Cli.run("demo", "--config", file.toString(), "--json");
            assertThat(demo.status()).as(demo.screen()).isZero();

            Cli ended = sandbox.end();
            assertThat(ended.status()).isZero();
            assertThat(ended.err()).isEmpty();
        }
        List<String> before = Files.readAllLines(file);
        try (Running again = start("--credentials-dir", directory.toString())) {
            assertThat(again.end().status()).isZero();
        }
        assertThat(kept(Files.readAllLines(file))).hasSize(6).isEqualTo(kept(before));
    }

    @Test
    void withoutAFolderTheCredentialsArePrintedBeforeItIsReady() throws Exception {
        try (Running sandbox = start()) {
            Path file = folder.resolve("printed.properties");
            Files.write(file, sandbox.lines().subList(0, sandbox.lines().size() - 1));

            Cli demo = Cli.run("demo", "--config", file.toString(), "--json");

            assertThat(demo.status()).as(demo.screen()).isZero();
            assertThat(sandbox.ready()).startsWith("ready duitku=").doesNotContain("credentials");
        }
    }

    @Test
    void triggerFindsItAndTellsIt() throws Exception {
        Path directory = folder.resolve("new");
        try (Running sandbox = start("--credentials-dir", directory.toString())) {
            Path told = directory.resolve(RunningFile.NAME);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(told)))
                    .isEqualTo("rw-------");

            assertThat(trigger(directory, "clock/move", "by=30m").out())
                    .startsWith("The providers' clock shows ");
            assertThat(trigger(directory, "clock").out()).contains("PT30M");
            assertThat(trigger(directory).out()).contains("/api/charges/succeed");
            Cli refused =
                    trigger(directory, "charges/succeed", "provider=duitku", "reference=order-1");
            assertThat(refused.isPlain().status()).isEqualTo(1);
            assertThat(refused.err())
                    .isEqualToIgnoringNewLines(
                            "dompet: Duitku Account Link knows no charge \"order-1\".");
            assertThat(trigger(directory, "no/such/thing").isPlain().status()).isEqualTo(1);

            assertThat(sandbox.end().status()).isZero();
            assertThat(told).doesNotExist();
        }
        Cli alone = trigger(directory, "charges").isPlain();
        assertThat(alone.status()).isEqualTo(2);
        assertThat(alone.err()).contains("dompet sandbox");
    }

    @Test
    void anotherAddressIsListenedAtOnlyWhenAskedAndSaid() throws Exception {
        try (Running sandbox = start("--bind", "0.0.0.0")) {
            URI page = URI.create(sandbox.ready().replaceAll("^.* start=(\\S+)$", "$1credentials"));
            String shown =
                    HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(page).build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body();
            assertThat(shown).contains("They are not shown");

            assertThat(sandbox.end().err())
                    .contains("The sandbox listens at 0.0.0.0: other machines reach");
        }
    }

    private static Cli trigger(Path directory, String... what) {
        List<String> args = new ArrayList<>(List.of("trigger"));
        args.addAll(List.of(what));
        args.addAll(List.of("--credentials-dir", directory.toString()));
        return Cli.run(args.toArray(String[]::new));
    }

    @Test
    void aPortInUseIsSaidInOneSentence() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Cli sandbox = Cli.run("sandbox", "--duitku-port", String.valueOf(taken.getLocalPort()));

            assertThat(sandbox.isPlain().status()).isEqualTo(1);
            assertThat(sandbox.out()).isEmpty();
            assertThat(sandbox.err().strip())
                    .isEqualTo(
                            "dompet: Port %d of 127.0.0.1 is already in use."
                                    .formatted(taken.getLocalPort()));
        }
    }

    @Test
    void aPortThatIsNoneIsRefused() {
        assertThat(Cli.run("sandbox", "--duitku-port", "70000").isPlain().status()).isEqualTo(2);
        assertThat(Cli.run("sandbox", "--duitku-port", "many").isPlain().status()).isEqualTo(2);
    }

    @Test
    void aDamagedFileIsNotReplaced() throws IOException {
        Path file = folder.resolve(CredentialsFile.NAME);
        Files.writeString(file, "dompet.duitku.merchant-code=D1\n");

        Cli sandbox = Cli.run("sandbox", "--credentials-dir", folder.toString()).isPlain();

        assertThat(sandbox.status()).isEqualTo(2);
        assertThat(sandbox.err()).contains("delete it to be given new credentials").hasLineCount(1);
        assertThat(Files.readString(file)).isEqualTo("dompet.duitku.merchant-code=D1\n");
    }

    @Test
    void aFileWhereTheFolderShouldBeIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        Cli sandbox = Cli.run("sandbox", "--credentials-dir", file.toString()).isPlain();

        assertThat(sandbox.status()).isEqualTo(1);
        assertThat(sandbox.err()).contains(file.toString()).hasLineCount(1);
    }

    private static Running start(String... options) throws IOException {
        List<String> args = new ArrayList<>(List.of("sandbox"));
        args.addAll(List.of(options));
        Process process = Cli.start(args.toArray(String[]::new));
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>();
        String line = out.readLine();
        while (line != null) {
            lines.add(line);
            line = line.startsWith("ready") ? null : out.readLine();
        }
        return new Running(process, lines);
    }

    private static URI address(String ready) {
        return URI.create(ready.replaceAll("^ready duitku=(\\S+) .*$", "$1/nowhere"));
    }

    private static int status(URI url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static List<String> kept(List<String> lines) {
        return lines.stream()
                .filter(
                        line ->
                                line.matches(
                                        ".*(merchant-code|api-key|callback-url|client-id|client-secret|notification-url)=.*"))
                .toList();
    }
}
