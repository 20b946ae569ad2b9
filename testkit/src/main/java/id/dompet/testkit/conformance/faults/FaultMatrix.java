package id.dompet.testkit.conformance.faults;

import id.dompet.testkit.Fault;
import id.dompet.testkit.FaultContent;
import id.dompet.testkit.SimulatorAnswer;
import id.dompet.testkit.WireFault;
import id.dompet.testkit.WireFault.Ending;
import id.dompet.testkit.WireFault.Part;
import id.dompet.testkit.conformance.bench.Bench;
import id.dompet.testkit.conformance.bench.Violation;
import id.dompet.testkit.simulated.Operation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/**
 * Every fault that the rules drive against an operation, in groups of one expectation each. Some
 * are cut to the measure of a genuine answer, so that one has to be seen first.
 */
public final class FaultMatrix {
    private static final int CUTS = 8;
    private static final int MORE_THAN_ANY_LIMIT = 1_100_000;
    private static final int DRIPS = 5;

    private static final List<Integer> SERVER_ERRORS = List.of(500, 502, 503, 504, 408, 429);

    private static final List<Integer> REFUSALS = List.of(400, 404, 409, 422);

    /** Of firewalls, proxies and content networks, which are not the provider. */
    private static final List<Integer> PAGES = List.of(400, 403, 404, 413);

    private static final String FOREIGN = "{\"error\":\"bad_request\",\"message\":\"Bad request\"}";

    private final Operation operation;
    private final SimulatorAnswer genuine;
    private final Bench bench;

    private FaultMatrix(Bench bench, Operation operation, SimulatorAnswer genuine) {
        this.bench = bench;
        this.operation = operation;
        this.genuine = genuine;
    }

    /**
     * Looks at one genuine answer to the operation.
     *
     * @param once causes exactly one request of this operation, and succeeds
     */
    public static FaultMatrix of(Bench bench, Operation operation, Runnable once) {
        List<SimulatorAnswer> seen = new CopyOnWriteArrayList<>();
        bench.provider.next(
                operation,
                Fault.rewritten(
                        answer -> {
                            seen.add(answer);
                            return answer;
                        }));
        once.run();
        bench.provider.clearFaults();
        if (seen.isEmpty()) {
            throw new Violation(
                    "the provider is asked (" + operation + ")",
                    "no such request: " + bench.seen());
        }
        return new FaultMatrix(bench, operation, seen.get(0));
    }

    /** No complete answer: it may have been carried out, and nobody can say. */
    public List<FaultCell> lost() {
        List<FaultCell> cells = new ArrayList<>();
        for (boolean effect : List.of(false, true)) {
            cells.add(lost("the connection is reset without an answer", Ending.RESET, effect));
            cells.add(lost("the connection is closed without an answer", Ending.CLOSE, effect));
            cells.add(lost("no answer comes before the deadline", Ending.HANG, effect));
            cells.add(lost("the connection is half closed", Ending.HALF_CLOSE, effect));
        }
        cells.add(cut("only the status line comes", Part.HEAD, statusLine(), Ending.CLOSE));
        Duration pause = bench.scale.patience().dividedBy(DRIPS);
        cells.add(drip("the head drips past the deadline", Fault.dripWithHead(1, pause)));
        if (isEmpty()) {
            return List.copyOf(cells); // what comes after the head cannot be lost
        }
        cells.add(cut("nothing after the head comes", Part.BODY, 0, Ending.HANG));
        for (int eighth = 0; eighth < CUTS; eighth++) {
            int bytes = genuine.body().length * eighth / CUTS;
            for (Ending ending : List.of(Ending.RESET, Ending.CLOSE)) {
                cells.add(
                        cut(
                                "the answer breaks off at %d/8 (%s)".formatted(eighth, ending),
                                Part.BODY,
                                bytes,
                                ending));
            }
        }
        cells.add(
                FaultCell.of(
                        "an answer of more than a megabyte",
                        rewritten(text -> text + " ".repeat(MORE_THAN_ANY_LIMIT)),
                        false));
        if (genuine.body().length > 2 * DRIPS) {
            cells.add(drip("the body drips past the deadline", Fault.drip(1, pause)));
        }
        return List.copyOf(cells);
    }

    /** Servers and proxies that say that something failed, not what was done before. */
    public List<FaultCell> serverErrors() {
        List<FaultCell> cells = new ArrayList<>();
        for (int status : SERVER_ERRORS) {
            Fault plain = Fault.status(status, "text/plain", "Please try again later.");
            for (Fault fault : List.of(plain, plain.afterEffect())) {
                cells.add(FaultCell.of("HTTP " + status, fault, false));
                cells.add(
                        FaultCell.of(
                                "HTTP " + status + " with Retry-After: 0",
                                with(fault, "Retry-After", "0"),
                                false));
            }
            cells.add(
                    FaultCell.of(
                            "HTTP " + status + " over the genuine answer",
                            Fault.withStatus(status),
                            false));
        }
        return List.copyOf(cells);
    }

    /** Complete answers that are not the provider's, or that nobody can read. */
    public List<FaultCell> unreadable() {
        List<FaultCell> cells = new ArrayList<>();
        both(cells, "an HTML page with HTTP 200", Fault.htmlPage());
        unlessGenuine(cells, 200, "HTTP 200 without a body", Fault.emptyBody());
        both(cells, "garbage with HTTP 200", Fault.garbage());
        both(cells, "plain text OK", Fault.status(200, "text/plain", "OK"));
        both(cells, "an empty JSON object", Fault.status(200, "application/json", "{}"));
        both(cells, "JSON null", Fault.status(200, "application/json", "null"));
        for (int status : PAGES) {
            both(cells, "an HTML page with HTTP " + status, html(status));
        }
        for (int status : REFUSALS) {
            both(
                    cells,
                    "somebody else's JSON with HTTP " + status,
                    Fault.status(status, "application/json", FOREIGN));
        }
        unlessGenuine(cells, 204, "HTTP 204", Fault.status(204, "text/plain", ""));
        for (int status : List.of(302, 307)) {
            both(
                    cells,
                    "HTTP " + status + " to another place",
                    with(
                            Fault.status(status, "text/plain", ""),
                            "Location",
                            bench.provider.baseUrl() + "/elsewhere"));
        }
        return List.copyOf(cells);
    }

    /** The provider's own format with result codes that no document mentions. */
    public List<FaultCell> undocumented() {
        List<FaultCell> cells = new ArrayList<>();
        int number = 0;
        for (Fault fault : bench.provider.undocumented(operation)) {
            number++;
            both(cells, "undocumented result code, variant " + number, fault);
        }
        return List.copyOf(cells);
    }

    /**
     * Genuine answers with one part damaged, all of them carried out. What is left can be enough,
     * so either the truth may come out or "nobody knows", but nothing else. Parts of JSON are
     * damaged one by one; other formats have few such cells.
     */
    public List<FaultCell> damaged() {
        List<FaultCell> cells = new ArrayList<>();
        if (!isEmpty()) {
            cells.add(FaultCell.of("the answer twice over", rewritten(text -> text + text), false));
        }
        for (int status : REFUSALS) {
            cells.add(
                    FaultCell.of(
                            "HTTP " + status + " over the genuine answer",
                            Fault.withStatus(status),
                            false));
        }
        for (JsonDamage damage : JsonDamage.of(genuine.text())) {
            cells.add(FaultCell.of(damage.toString(), rewritten(damage::applyTo), false));
        }
        return List.copyOf(cells);
    }

    /** Some providers say yes with a status alone, such as 204. */
    private boolean isEmpty() {
        return genuine.body().length == 0;
    }

    /** An answer without a body is no fault where the genuine one is the same. */
    private void unlessGenuine(List<FaultCell> cells, int status, String name, Fault fault) {
        if (!isEmpty() || genuine.status() != status) {
            both(cells, name, fault);
        }
    }

    private static Fault rewritten(UnaryOperator<String> change) {
        return Fault.rewritten(answer -> answer.withBody(change.apply(answer.text())));
    }

    private static void both(List<FaultCell> cells, String name, Fault fault) {
        if (canBeWithoutEffect(fault)) {
            cells.add(FaultCell.of(name, fault.beforeEffect(), false));
        }
        cells.add(FaultCell.of(name, fault.afterEffect(), false));
    }

    private static boolean canBeWithoutEffect(Fault fault) {
        return fault.content() instanceof FaultContent.Raw
                || fault.content() instanceof FaultContent.ProviderCode;
    }

    private static FaultCell lost(String name, Ending ending, boolean effect) {
        Fault fault = Fault.connectionReset().onWire(WireFault.nothing(ending));
        return FaultCell.of(
                name, effect ? fault.afterEffect() : fault.beforeEffect(), ending == Ending.HANG);
    }

    private static FaultCell cut(String name, Part part, int bytes, Ending ending) {
        Fault fault = Fault.truncatedBody(bytes).onWire(new WireFault.Cut(part, bytes, ending));
        return FaultCell.of(name, fault, ending == Ending.HANG);
    }

    private static FaultCell drip(String name, Fault fault) {
        return FaultCell.of(name, fault, true);
    }

    private static Fault html(int status) {
        return Fault.status(status, "text/html", "<html><body>Not here</body></html>");
    }

    private static Fault with(Fault fault, String header, String value) {
        if (!(fault.content() instanceof FaultContent.Raw raw)) {
            throw new IllegalArgumentException("only fixed answers get headers");
        }
        return new Fault(
                raw.header(header, value), fault.wire(), fault.takesEffect(), fault.delay());
    }

    private static int statusLine() {
        return "HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII).length;
    }
}
