package id.dompet.sandbox.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.sandbox.cli.ExitStatus;
import id.dompet.sandbox.cli.Terminal;
import id.dompet.sandbox.cli.UserError;
import id.dompet.sandbox.cli.Version;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dompet trigger}: the console's controls for scripts. */
@Command(
        name = "trigger",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Asks or tells the running sandbox something, as its console does. Without WHAT,"
                        + " lists everything that can be asked and told.",
        footer = {
            "",
            "Examples:",
            "  dompet trigger charges",
            "  dompet trigger charges/succeed provider=duitku reference=order-1",
            "  dompet trigger faults/add provider=doku operation=PAYMENT fault=lost-after",
            "  dompet trigger clock/move by=30m",
            "",
            "Exit status: 0 if it was done, 1 if the sandbox said no or did not answer,"
                    + " 2 if no sandbox was found."
        })
public final class TriggerCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Terminal terminal;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "WHAT",
            description = "For example charges, or charges/succeed.")
    private String what = "";

    @Parameters(index = "1..*", paramLabel = "NAME=VALUE", description = "What it is given.")
    private Map<String, String> values = new LinkedHashMap<>();

    @Option(
            names = "--url",
            paramLabel = "URL",
            description =
                    "The start page of the sandbox, instead of the one in the file it wrote; the"
                            + " token still comes from the file, or from DOMPET_SANDBOX_TOKEN.")
    private Optional<URI> url = Optional.empty();

    @Option(
            names = "--credentials-dir",
            paramLabel = "DIR",
            description = "The folder the sandbox was given; by default ~/.dompet.")
    private Optional<Path> folder = Optional.empty();

    /** Reports to this terminal. */
    public TriggerCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        RunningFile file = RunningFile.in(folder);
        Optional<RunningFile.Running> running = file.read();
        URI start =
                url.or(() -> running.map(RunningFile.Running::url))
                        .orElseThrow(
                                () ->
                                        UserError.usage(
                                                "No sandbox was found (there is no %s): start one with"
                                                                .formatted(file.path())
                                                        + " dompet sandbox, or name it with"
                                                        + " --url."));
        String path = what.replaceAll("^/?(api/)?", "");
        boolean tells = isAction(start, path);
        HttpRequest.Builder request = request(start, "api/" + path);
        if (tells) {
            ObjectNode body = JSON.createObjectNode();
            values.forEach(body::put);
            String token =
                    Optional.ofNullable(System.getenv("DOMPET_SANDBOX_TOKEN"))
                            .or(() -> running.map(RunningFile.Running::token))
                            .orElse("");
            request.header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
        }
        HttpResponse<String> answer = send(request);
        return report(answer);
    }

    private int report(HttpResponse<String> answer) {
        JsonNode body = parse(answer.body());
        if (answer.statusCode() / 100 == 2) {
            terminal.line(body.has("done") ? body.path("done").asText() : body.toPrettyString());
            return ExitStatus.OK;
        }
        terminal.notice("dompet: " + body.path("error").asText("HTTP " + answer.statusCode()));
        return ExitStatus.FAILED;
    }

    /** The sandbox itself says which of its addresses change something. */
    private boolean isAction(URI start, String path) throws InterruptedException {
        JsonNode catalogue = parse(send(request(start, "api")).body());
        for (JsonNode action : catalogue.path("POST")) {
            if (action.path("path").asText().equals("/api/" + path)) {
                return true;
            }
        }
        return false;
    }

    private static HttpRequest.Builder request(URI start, String path) {
        String clean = path.replaceAll("/+$", "");
        try {
            String base = start.toString();
            return HttpRequest.newBuilder(
                            URI.create(base.endsWith("/") ? base + clean : base + "/" + clean))
                    .timeout(PATIENCE);
        } catch (IllegalArgumentException e) {
            throw UserError.usage("\"%s\" is no address.".formatted(path), e);
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request)
            throws InterruptedException {
        HttpRequest built = request.build();
        try {
            return HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build()
                    .send(built, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw UserError.failure(
                    "The sandbox at %s does not answer; is it still running?"
                            .formatted(built.uri().getAuthority()),
                    e);
        }
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw UserError.failure("What answers there is no Dompet sandbox.", e);
        }
    }
}
