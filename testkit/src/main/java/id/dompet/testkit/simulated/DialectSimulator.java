package id.dompet.testkit.simulated;

import id.dompet.http.HttpResponse;
import id.dompet.http.InboundRequest;
import id.dompet.model.PhoneNumber;
import id.dompet.model.Wallet;
import id.dompet.spi.StatusPolling;
import id.dompet.testkit.Fault;
import id.dompet.testkit.PageVisitor;
import id.dompet.testkit.PinCounter;
import id.dompet.testkit.SimulatorAnswer;
import id.dompet.testkit.SimulatorServer;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A whole simulated provider made from the way it speaks: HTTP server, books, the customer's pages
 * and notifications. Thread-safe.
 *
 * <p>The customer's pages are at {@code /-/page/...}; every other request is the dialect's. When
 * the dialect throws, the answer is a 500 that says so, the request is recorded with "your dialect
 * failed" as its objection, and {@link #failures()} holds the exception.
 */
public final class DialectSimulator implements SimulatedProvider {
    private static final Set<Operation> ABOUT_MONEY =
            EnumSet.of(Operation.PAY, Operation.STATUS, Operation.REFUND, Operation.REFUND_STATUS);

    private final ProviderDialect dialect;
    private final BookState state;
    private final DialectRequests requests;
    private final DialectCodes codes;
    private final NotificationPost post;
    private final PageVisitor browser = new PageVisitor();
    private final SimulatorServer server;

    private DialectSimulator(SimulatorSetup setup, ProviderDialect dialect) {
        this.dialect = dialect;
        this.state = new BookState(setup, dialect.customerWindow(), ticket -> page(ticket));
        this.requests = new DialectRequests(setup.clock(), dialect, state);
        this.codes = new DialectCodes(dialect, requests);
        this.post = new NotificationPost(setup.notifications());
        this.server = SimulatorServer.start("127.0.0.1", 0, requests::handle);
    }

    /** Starts on a free port. */
    public static DialectSimulator start(SimulatorSetup setup, ProviderDialect dialect) {
        return new DialectSimulator(setup, dialect);
    }

    private URI page(String ticket) {
        return URI.create(baseUrl() + CustomerPages.PATH + ticket);
    }

    /** What it knows, for tests of a dialect. */
    public Books books() {
        return state.open();
    }

    @Override
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    @Override
    public SimulatedWallet wallet(Wallet wallet, PhoneNumber owner) {
        synchronized (state) {
            return state.wallet(wallet, owner);
        }
    }

    @Override
    public Optional<URI> confirm(URI page) {
        return browser.submit(page, Map.of("pin", PinCounter.RIGHT_PIN, "action", "confirm"));
    }

    @Override
    public Optional<URI> confirm(URI page, PhoneNumber customer) {
        return browser.submit(
                page,
                Map.of(
                        "pin",
                        PinCounter.RIGHT_PIN,
                        "action",
                        "confirm",
                        "phone",
                        customer.local()));
    }

    @Override
    public Optional<URI> decline(URI page) {
        return browser.submit(page, Map.of("action", "decline"));
    }

    @Override
    public void confirmInApp(String paymentReference) {
        synchronized (state) {
            if (state.charges.find(paymentReference).isEmpty()) {
                throw new IllegalArgumentException("nobody was charged for " + paymentReference);
            }
            Charge unused = state.charges.pay(paymentReference);
        }
    }

    @Override
    public boolean payLate(String paymentReference) {
        synchronized (state) {
            return state.charges.payLate(paymentReference);
        }
    }

    @Override
    public boolean payLate(String paymentReference, PhoneNumber customer) {
        synchronized (state) {
            state.charges.payer(paymentReference, customer);
            return state.charges.payLate(paymentReference);
        }
    }

    @Override
    public void revokeTokens() {
        synchronized (state) {
            state.tokens.revokeAll();
        }
    }

    @Override
    public boolean notifyPayment(String paymentReference) {
        return inForm(paymentReference, dialect::notification).map(this::deliver).orElse(false);
    }

    @Override
    public Optional<Boolean> notifyBinding(
            String attemptReference, Wallet wallet, PhoneNumber owner) {
        Optional<InboundRequest> notification;
        synchronized (state) {
            notification =
                    state.links
                            .byReference(attemptReference)
                            .flatMap(link -> dialect.notification(link, post.target()));
        }
        return notification.map(this::deliver);
    }

    @Override
    public Optional<InboundRequest> writtenFor(String paymentReference, String target) {
        return inForm(paymentReference, (charge, unused) -> dialect.notification(charge, target));
    }

    @Override
    public Optional<Boolean> notifyUnheardOf(String paymentReference) {
        return inForm(paymentReference, dialect::unheardOf).map(this::deliver);
    }

    private interface Form {
        Optional<InboundRequest> of(Charge charge, String target);
    }

    private Optional<InboundRequest> inForm(String paymentReference, Form form) {
        synchronized (state) {
            return state.charges
                    .find(paymentReference)
                    .flatMap(charge -> form.of(charge, post.target()));
        }
    }

    /** Without the lock: the merchant may well ask something before it answers. */
    private boolean deliver(InboundRequest notification) {
        InboundRequest ready = dialect.beforeSending(notification, post::send);
        HttpResponse reply = post.send(ready);
        return reply.status() != 0 && dialect.acknowledges(reply);
    }

    @Override
    public boolean acknowledges(HttpResponse reply) {
        return dialect.acknowledges(reply);
    }

    @Override
    public SimulatorAnswer resealed(SimulatorAnswer changed) {
        return dialect.resealed(changed);
    }

    @Override
    public List<InboundRequest> spellings(InboundRequest genuine) {
        return dialect.spellings(genuine);
    }

    @Override
    public List<InboundRequest> forgeries(InboundRequest genuine) {
        return dialect.forgeries(genuine);
    }

    @Override
    public void next(Operation operation, Fault fault) {
        requests.faults().next(operation, fault);
    }

    @Override
    public void clearFaults() {
        requests.faults().clear();
    }

    @Override
    public void dropConnections() {
        server.dropConnections();
    }

    @Override
    public Optional<Fault> lie(Operation operation, Lie lie) {
        boolean told =
                lie == Lie.PAYMENT
                        ? operation == Operation.REFUND || operation == Operation.REFUND_STATUS
                        : ABOUT_MONEY.contains(operation);
        return told ? Optional.of(DialectRequests.lying(lie)) : Optional.empty();
    }

    @Override
    public List<Fault> undocumented(Operation operation) {
        return codes.undocumented();
    }

    @Override
    public List<DocumentedFault> documented(Operation operation) {
        return codes.documented(operation);
    }

    @Override
    public List<DocumentedRefund> documentedRefunds(Operation operation) {
        return codes.documentedRefunds(operation);
    }

    @Override
    public List<DocumentedRefusal> unbindRefusals() {
        return codes.unbindRefusals();
    }

    @Override
    public boolean tellsWhoseWallet() {
        return dialect.tellsWhoseWallet();
    }

    @Override
    public Optional<Duration> customerWindow(Wallet wallet) {
        return Optional.of(dialect.customerWindow());
    }

    @Override
    public Optional<StatusPolling> statusPolling(Wallet wallet) {
        return dialect.statusPolling();
    }

    @Override
    public List<SeenRequest> requests() {
        return requests.seen();
    }

    @Override
    public List<Throwable> failures() {
        return requests.failures();
    }

    @Override
    public List<Movement> movements() {
        synchronized (state) {
            return state.charges.movements();
        }
    }

    @Override
    public Collection<String> issuedSecrets() {
        synchronized (state) {
            return state.secrets.issued();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
