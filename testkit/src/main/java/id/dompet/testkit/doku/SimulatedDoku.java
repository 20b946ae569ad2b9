package id.dompet.testkit.doku;

import id.dompet.http.HttpResponse;
import id.dompet.http.InboundRequest;
import id.dompet.model.Money;
import id.dompet.model.PhoneNumber;
import id.dompet.model.Wallet;
import id.dompet.testkit.ChargeLedger;
import id.dompet.testkit.Fault;
import id.dompet.testkit.PageVisitor;
import id.dompet.testkit.simulated.DocumentedFault;
import id.dompet.testkit.simulated.DocumentedRefund;
import id.dompet.testkit.simulated.DocumentedRefusal;
import id.dompet.testkit.simulated.Lie;
import id.dompet.testkit.simulated.Movement;
import id.dompet.testkit.simulated.Operation;
import id.dompet.testkit.simulated.SeenRequest;
import id.dompet.testkit.simulated.SimulatedProvider;
import id.dompet.testkit.simulated.SimulatedWallet;
import id.dompet.testkit.simulated.SimulatorSetup;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** DOKU SNAP, both generations of its paths, as the conformance suite drives it. Thread-safe. */
public final class SimulatedDoku implements SimulatedProvider {

    private static final long ANY_AMOUNT = 1_000_000_000_000L;

    /** DOKU publishes none; the longest one seen at a wallet. */
    private static final Duration PAGE_LIFETIME = Duration.ofMinutes(30);

    private final DokuSimulator simulator;
    private final DokuForgeries forgeries;
    private final PageVisitor browser = new PageVisitor();
    private final Map<String, DokuNotification> composed = new ConcurrentHashMap<>();

    private SimulatedDoku(DokuSimulator simulator) {
        this.simulator = simulator;
        this.forgeries = new DokuForgeries(simulator.clientSecret());
        // Whoever opens the page of a payment without a link has money as well.
        DokuChannel.playable().stream()
                .filter(channel -> !channel.isLinked())
                .map(channel -> simulator.wallet(channel, DokuCustomer.LOCAL_PHONE))
                .forEach(wallet -> wallet.balance(ANY_AMOUNT));
    }

    /** Starts it, for the one merchant that {@link DokuMerchant} describes. */
    public static SimulatedDoku start(SimulatorSetup setup) {
        DokuSimulator simulator =
                DokuMerchant.of(setup)
                        .options()
                        .clock(setup.clock())
                        .clockSkew(DokuMerchant.CLOCK_SKEW)
                        .notificationMode(NotificationMode.MANUAL)
                        .notifiesExpiry(true)
                        .notifiesRefunds(true)
                        .pageLifetime(PAGE_LIFETIME)
                        .maxAmount(ANY_AMOUNT)
                        .start();
        String merchant = setup.notifications().toString();
        simulator
                .notifications()
                .registerMerchant(
                        new MerchantEndpoints(
                                URI.create(merchant + "/authorization/v1/access-token/b2b"),
                                URI.create(merchant + "/v1.0/debit/notify"),
                                URI.create(merchant + "/v1.0/registration-account-binding")));
        return new SimulatedDoku(simulator);
    }

    DokuSimulator simulator() {
        return simulator;
    }

    @Override
    public URI baseUrl() {
        return simulator.baseUrl();
    }

    @Override
    public SimulatedWallet wallet(Wallet wallet, PhoneNumber owner) {
        return new OwnersView(simulator.wallet(Neutral.channel(wallet), owner.local()));
    }

    /** A link's page asks for a one-time code first; a payment's page ignores it. */
    @Override
    public Optional<URI> confirm(URI page) {
        Map<String, String> pin = Map.of("action", "confirm", "pin", DokuCustomer.RIGHT_PIN);
        if (page.getPath().startsWith(Routes.BINDING_PAGE)) {
            Optional<URI> unused = simulator.customer().enterOtp(page, DokuCustomer.RIGHT_OTP);
        }
        return browser.submit(page, pin);
    }

    /** In a wallet's own app, whoever is logged in there pays. */
    @Override
    public Optional<URI> confirm(URI page, PhoneNumber customer) {
        return browser.submit(
                page,
                Map.of(
                        "action",
                        "confirm",
                        "phone",
                        customer.local(),
                        "pin",
                        DokuCustomer.RIGHT_PIN));
    }

    @Override
    public Optional<URI> decline(URI page) {
        return browser.submit(page, Map.of("action", "decline"));
    }

    @Override
    public void confirmInApp(String paymentReference) {
        boolean unused = payLate(paymentReference);
    }

    @Override
    public boolean payLate(String paymentReference) {
        return simulator.settle(paymentReference);
    }

    @Override
    public boolean payLate(String paymentReference, PhoneNumber customer) {
        return simulator.settle(paymentReference, customer.local());
    }

    /** The refresh tokens and auth codes stay: they are no tokens, but permissions to get one. */
    @Override
    public void revokeTokens() {
        simulator.revokeMerchantTokens();
        simulator.revokeCustomerTokens();
    }

    @Override
    public boolean notifyPayment(String paymentReference) {
        return notification(paymentReference)
                .map(message -> simulator.notifications().deliver(message).accepted())
                .orElse(false);
    }

    /** Every delivery about one state of a payment is the same notification. */
    private Optional<DokuNotification> notification(String paymentReference) {
        return simulator
                .composed(paymentReference)
                .map(
                        fresh ->
                                composed.computeIfAbsent(
                                        fresh.about() + " " + fresh.status(), unused -> fresh));
    }

    @Override
    public Optional<Boolean> notifyBinding(
            String attemptReference, Wallet wallet, PhoneNumber owner) {
        return Optional.of(
                simulator
                        .bindingNotification(
                                simulator.wallet(Neutral.channel(wallet), owner.local()))
                        .map(message -> simulator.notifications().deliver(message).accepted())
                        .orElse(false));
    }

    /** The documented states are 00 to 07. */
    @Override
    public Optional<Boolean> notifyUnheardOf(String paymentReference) {
        return notification(paymentReference)
                .map(
                        message ->
                                simulator
                                        .notifications()
                                        .deliver(message, NotificationVariation.signedStatus("42"))
                                        .accepted());
    }

    /** Any 2xx (DOKU, Notification). */
    @Override
    public boolean acknowledges(HttpResponse reply) {
        return reply.status() / 100 == 2;
    }

    @Override
    public List<InboundRequest> spellings(InboundRequest genuine) {
        return DokuSpellings.of(genuine, simulator.clientSecret());
    }

    @Override
    public List<InboundRequest> forgeries(InboundRequest genuine) {
        return forgeries.of(genuine);
    }

    @Override
    public void next(Operation operation, Fault fault) {
        Neutral.doku(operation).ifPresent(own -> simulator.faults().next(own, fault));
    }

    @Override
    public void clearFaults() {
        simulator.faults().clear();
    }

    @Override
    public void dropConnections() {
        simulator.dropConnections();
    }

    @Override
    public Optional<Fault> lie(Operation operation, Lie lie) {
        return DokuLies.of(operation, lie);
    }

    @Override
    public List<Fault> undocumented(Operation operation) {
        return DokuLies.undocumented(operation);
    }

    @Override
    public List<DocumentedFault> documented(Operation operation) {
        return DokuDocumented.of(operation);
    }

    @Override
    public List<DocumentedRefund> documentedRefunds(Operation operation) {
        return DokuDocumentedRefunds.of(operation);
    }

    @Override
    public List<DocumentedRefusal> unbindRefusals() {
        return DokuDocumented.unbindRefusals();
    }

    @Override
    public List<SeenRequest> requests() {
        return simulator.journal().entries().stream()
                .map(entry -> Neutral.seen(entry, simulator.objection(entry.request())))
                .toList();
    }

    /** A customer's token tells how a link ended, and a payment's status what was given back. */
    @Override
    public boolean serves(SeenRequest request, Operation operation) {
        return Neutral.serves(request.operation(), operation);
    }

    @Override
    public List<Movement> movements() {
        return simulator.ledger().movements().stream().map(SimulatedDoku::neutral).toList();
    }

    /** The ledger names a wallet by channel and phone number. */
    private static Movement neutral(ChargeLedger.Movement movement) {
        String phone = movement.wallet().substring(movement.wallet().indexOf(' ') + 1);
        return new Movement(
                movement.orderId(),
                Money.idr(Math.abs(movement.amount())),
                movement.amount() < 0,
                PhoneNumber.of(phone));
    }

    @Override
    public Collection<String> issuedSecrets() {
        return simulator.secrets();
    }

    @Override
    public void close() {
        simulator.close();
    }

    /** Without secret and keys. */
    @Override
    public String toString() {
        return simulator.toString();
    }
}
