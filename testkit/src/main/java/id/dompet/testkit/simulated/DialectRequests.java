package id.dompet.testkit.simulated;

import id.dompet.testkit.Delivery;
import id.dompet.testkit.Fault;
import id.dompet.testkit.FaultDelivery;
import id.dompet.testkit.FaultScript;
import id.dompet.testkit.SimulatorAnswer;
import id.dompet.testkit.SimulatorRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leads each request through faults and dialect, and keeps the journal. Thread-safe. */
final class DialectRequests {
    private static final Logger LOG = LoggerFactory.getLogger(DialectRequests.class);

    /** Marks an answer that is to be told once more, with this lie; never sent. */
    private static final String LIE_HEADER = "X-Simulator-Lie";

    private final ProviderDialect dialect;
    private final BookState state;
    private final CustomerPages pages;
    private final FaultScript<Operation> faults = new FaultScript<>(Operation.class);
    private final List<SeenRequest> seen = new ArrayList<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();

    DialectRequests(Clock clock, ProviderDialect dialect, BookState state) {
        this.dialect = dialect;
        this.state = state;
        this.pages = new CustomerPages(clock, state, dialect);
    }

    static Fault lying(Lie lie) {
        return Fault.rewritten(genuine -> genuine.withHeader(LIE_HEADER, lie.name()));
    }

    FaultScript<Operation> faults() {
        return faults;
    }

    List<SeenRequest> seen() {
        synchronized (seen) {
            return List.copyOf(seen);
        }
    }

    List<Throwable> failures() {
        return List.copyOf(failures);
    }

    Delivery handle(SimulatorRequest request) {
        // One request at a time, so that a dialect can look first and act then.
        synchronized (state) {
            Operation operation = Operation.OTHER;
            try {
                if (CustomerPages.isPage(request)) {
                    operation = Operation.PAGE;
                    return journal(
                            operation,
                            request,
                            Optional.empty(),
                            Delivery.of(pages.answer(request)));
                }
                operation = dialect.operation(request);
                Exchange exchange = new Exchange(dialect, state, request);
                Delivery delivery = deliver(operation, exchange);
                return journal(operation, request, exchange.objection(), delivery);
            } catch (RuntimeException | AssertionError | LinkageError e) {
                return failed(operation, request, e);
            }
        }
    }

    private Delivery deliver(Operation operation, Exchange exchange) {
        Optional<Fault> fault = faults.take(operation);
        if (fault.isEmpty()) {
            return Delivery.of(exchange.answer());
        }
        boolean readOnly = !operation.changesState();
        Delivery delivery =
                FaultDelivery.of(
                        fault.get(),
                        readOnly,
                        exchange::answer,
                        exchange.notCarriedOut(),
                        (code, genuine) -> coded(genuine, code.code(), code.message()));
        String lie = delivery.answer().headers().get(LIE_HEADER);
        return lie == null
                ? delivery
                : new Delivery(
                        exchange.retold(Lie.valueOf(lie)), delivery.wire(), delivery.delay());
    }

    /** Where success has no body, a dialect may have no place for a code. */
    SimulatorAnswer coded(SimulatorAnswer genuine, String code, String message) {
        if (genuine.body().length > 0) {
            return dialect.withCode(genuine, code, message);
        }
        SimulatorAnswer coded;
        try {
            coded = dialect.withCode(genuine, code, message);
        } catch (RuntimeException e) {
            return placeless();
        }
        return coded.body().length == 0 ? placeless() : coded;
    }

    private static SimulatorAnswer placeless() {
        byte[] text = "no code fits here".getBytes(StandardCharsets.UTF_8);
        return SimulatorAnswer.of(500, "text/plain", text);
    }

    private Delivery journal(
            Operation operation,
            SimulatorRequest request,
            Optional<String> objection,
            Delivery delivery) {
        int status = delivery.wire().losesEverything() ? 0 : delivery.answer().status();
        synchronized (seen) {
            seen.add(new SeenRequest(operation, request, objection, status));
        }
        return delivery;
    }

    /** A defect of a dialect must not look like an answer of the provider. */
    private Delivery failed(Operation operation, SimulatorRequest request, Throwable e) {
        failures.add(e);
        LOG.error("your dialect failed on {}", request, e);
        String words = "your dialect failed: " + e + where(e);
        byte[] text = words.getBytes(StandardCharsets.UTF_8);
        return journal(
                operation,
                request,
                Optional.of(words),
                Delivery.of(SimulatorAnswer.of(500, "text/plain", text)));
    }

    /** The first line of the dialect itself, however deep the libraries it uses failed. */
    private String where(Throwable e) {
        String name = dialect.getClass().getName();
        return Arrays.stream(e.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(name))
                .findFirst()
                .map(frame -> " at %s:%d".formatted(frame.getFileName(), frame.getLineNumber()))
                .orElse("");
    }
}
