package id.dompet.sandbox.console;

import id.dompet.sandbox.web.Refused;
import id.dompet.testkit.Fault;
import id.dompet.testkit.FaultScript;
import id.dompet.testkit.RecordedRequest;
import id.dompet.testkit.RequestJournal;
import id.dompet.testkit.SignatureVerdict;
import id.dompet.testkit.SimulatorAnswer;
import id.dompet.testkit.SimulatorRequest;
import id.dompet.testkit.WireFault;
import id.dompet.testkit.diagnosis.SignatureDiagnosis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The HTTP side of one simulator: faults to come, and the log. Thread-safe.
 *
 * @param <O> the simulator's operations
 */
final class Wire<O extends Enum<O>> {
    /** How many requests the log keeps. */
    static final int KEPT = 500;

    private static final int MOST_FAULTS = 1_000;

    private final String provider;
    private final Parts<O> parts;
    private final List<O> operations;

    /**
     * What it is made of.
     *
     * @param journal the simulator's log
     * @param faults the simulator's faults
     * @param diagnose explains a signature
     */
    record Parts<O extends Enum<O>>(
            RequestJournal<O> journal,
            FaultScript<O> faults,
            Function<SimulatorRequest, Optional<SignatureDiagnosis>> diagnose) {}

    Wire(String provider, Parts<O> parts, List<O> operations) {
        this.provider = provider;
        this.parts = parts;
        this.operations = List.copyOf(operations);
        parts.journal().keepLatest(KEPT);
    }

    /** What can meet a fault. */
    List<String> operations() {
        return operations.stream().map(Enum::name).toList();
    }

    /** The next requests of this operation meet the fault. */
    void fault(String operation, Fault fault, int times) {
        O wanted = operation(operation);
        if (times < 1 || times + parts.faults().queued(wanted).size() > MOST_FAULTS) {
            throw Refused.bad("A fault meets at least 1 and at most 1000 requests.");
        }
        parts.faults().next(wanted, times, fault);
    }

    void clearFaults() {
        parts.faults().clear();
    }

    List<Views.Faults> faults() {
        return operations.stream()
                .map(
                        operation -> {
                            List<Fault> queued = parts.faults().queued(operation);
                            return new Views.Faults(
                                    provider,
                                    operation.name(),
                                    queued.size(),
                                    queued.isEmpty() ? "" : FaultKind.nameOf(queued.get(0)));
                        })
                .toList();
    }

    /** The log, newest first. */
    List<Views.Exchange> exchanges() {
        List<Views.Exchange> log = new ArrayList<>();
        for (RecordedRequest<O> entry : parts.journal().entries()) {
            log.add(0, summary(entry));
        }
        return log;
    }

    /** One entry of the log. */
    Views.Detail exchange(long number) {
        RecordedRequest<O> entry =
                parts.journal().entries().stream()
                        .filter(each -> each.sequence() == number)
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        Refused.missing(
                                                "The log of %s has no request %d; it keeps the last %d."
                                                        .formatted(provider, number, KEPT)));
        return new Views.Detail(
                summary(entry),
                head(entry.request()) + body(entry.request().text()),
                answered(entry),
                Curl.of(entry.request()),
                travel(entry),
                diagnosis(entry));
    }

    /** The answers that went out, newest first, with the requests they answer. */
    List<RecordedRequest<O>> entries() {
        List<RecordedRequest<O>> entries = new ArrayList<>();
        parts.journal().entries().forEach(entry -> entries.add(0, entry));
        return entries;
    }

    private Views.Exchange summary(RecordedRequest<O> entry) {
        return new Views.Exchange(
                provider,
                entry.sequence(),
                Times.text(entry.at()),
                entry.operation().name(),
                entry.request().method(),
                Redaction.text(entry.request().path()),
                entry.signature().name(),
                isWrong(entry),
                entry.answeredStatus());
    }

    private boolean isWrong(RecordedRequest<O> entry) {
        return entry.signature() == SignatureVerdict.INVALID
                || entry.signature() == SignatureVerdict.MISSING;
    }

    private Views.Diagnosis diagnosis(RecordedRequest<O> entry) {
        return parts.diagnose()
                .apply(entry.request())
                .map(
                        found ->
                                new Views.Diagnosis(
                                        isWrong(entry),
                                        isWrong(entry) ? found.mistakes() : List.of(),
                                        Redaction.text(found.toSign()),
                                        found.method()))
                .orElseGet(() -> new Views.Diagnosis(false, List.of(), "", ""));
    }

    private static String head(SimulatorRequest request) {
        String query = request.query().isEmpty() ? "" : "?" + request.query();
        return request.method()
                + " "
                + Redaction.text(request.path() + query)
                + "\n"
                + request.headers().entrySet().stream()
                        .flatMap(
                                header ->
                                        header.getValue().stream()
                                                .map(value -> line(header.getKey(), value)))
                        .collect(Collectors.joining());
    }

    private String answered(RecordedRequest<O> entry) {
        if (entry.answeredStatus() == 0) {
            return "";
        }
        SimulatorAnswer answer = entry.delivery().answer();
        String type = answer.headers().getOrDefault("Content-Type", "");
        String headers =
                answer.headers().entrySet().stream()
                        .map(header -> line(header.getKey(), header.getValue()))
                        .collect(Collectors.joining());
        return "HTTP %d\n%s%s"
                .formatted(
                        answer.status(),
                        headers,
                        type.startsWith("text/html") ? "\n(a page)" : body(answer.text()));
    }

    private String travel(RecordedRequest<O> entry) {
        WireFault wire = entry.delivery().wire();
        String late =
                entry.delivery().delay().isZero()
                        ? ""
                        : "It was held back for %d ms. "
                                .formatted(entry.delivery().delay().toMillis());
        if (wire instanceof WireFault.Cut cut) {
            return late
                    + (wire.losesEverything()
                            ? "Nothing of the answer went out."
                            : "The answer broke off after %d bytes.".formatted(cut.bytes()));
        }
        return late + (wire instanceof WireFault.Drip ? "The answer went out slowly." : "");
    }

    private O operation(String name) {
        return operations.stream()
                .filter(operation -> operation.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                Refused.bad(
                                        "%s has no operation \"%s\"; choose from %s."
                                                .formatted(
                                                        provider,
                                                        name,
                                                        String.join(", ", operations()))));
    }

    private static String line(String name, String value) {
        return name + ": " + Redaction.header(name, value) + "\n";
    }

    private static String body(String text) {
        return text.isEmpty() ? "" : "\n" + Redaction.text(text);
    }
}
