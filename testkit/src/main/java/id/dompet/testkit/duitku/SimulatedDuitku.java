package id.dompet.testkit.duitku;

import id.dompet.http.HttpResponse;
import id.dompet.http.InboundRequest;
import id.dompet.model.Money;
import id.dompet.model.PhoneNumber;
import id.dompet.model.Wallet;
import id.dompet.testkit.ChargeLedger;
import id.dompet.testkit.Fault;
import id.dompet.testkit.simulated.DocumentedFault;
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
import java.util.Optional;

/** Duitku Account Link as the conformance suite drives it. Thread-safe. */
public final class SimulatedDuitku implements SimulatedProvider {

    /** The code of the only merchant it knows. */
    public static final String MERCHANT_CODE = "D1234";

    /** The name under which the set-up hands out the merchant's key. */
    public static final String API_KEY = "api-key";

    private static final long ANY_AMOUNT = 1_000_000_000_000L;

    private final DuitkuSimulator simulator;
    private final DuitkuForgeries forgeries;

    private SimulatedDuitku(DuitkuSimulator simulator, SignatureScheme scheme) {
        this.simulator = simulator;
        this.forgeries = new DuitkuForgeries(simulator.apiKey(), scheme);
    }

    /**
     * Starts it.
     *
     * @param scheme with which the merchant has to sign, and callbacks are signed
     */
    public static SimulatedDuitku start(SimulatorSetup setup, SignatureScheme scheme) {
        DuitkuSimulatorBuilder options =
                DuitkuSimulator.builder()
                        .clock(setup.clock())
                        .merchantCode(MERCHANT_CODE)
                        .apiKey(setup.secret(API_KEY))
                        .acceptedSignatures(AcceptedSignatures.only(scheme))
                        .callbackMode(CallbackMode.MANUAL)
                        .callbackOnExpiry(true)
                        .maxAmount(ANY_AMOUNT);
        return new SimulatedDuitku(options.start(), scheme);
    }

    DuitkuSimulator simulator() {
        return simulator;
    }

    @Override
    public URI baseUrl() {
        return simulator.webApiBaseUrl();
    }

    @Override
    public SimulatedWallet wallet(Wallet wallet, PhoneNumber owner) {
        return new OwnersView(simulator.wallet(Neutral.channel(wallet), owner.local()));
    }

    @Override
    public Optional<URI> confirm(URI page) {
        return simulator.customer().enterPin(page, DuitkuCustomer.RIGHT_PIN);
    }

    @Override
    public Optional<URI> decline(URI page) {
        return Optional.of(simulator.customer().decline(page));
    }

    /** Duitku knows no payments without a page; whoever pays, pays. */
    @Override
    public void confirmInApp(String paymentReference) {
        boolean unused = payLate(paymentReference);
    }

    @Override
    public boolean payLate(String paymentReference) {
        return simulator.payLate(paymentReference);
    }

    /** There are none. */
    @Override
    public void revokeTokens() {}

    /** Only about payments that are over: Duitku says nothing about those that are open. */
    @Override
    public boolean notifyPayment(String paymentReference) {
        List<CallbackMessage> messages = simulator.callbacks().messagesOf(paymentReference);
        return !messages.isEmpty() && deliver(messages.get(messages.size() - 1));
    }

    /** Only the browser brings it. */
    @Override
    public Optional<Boolean> notifyBinding(
            String attemptReference, Wallet wallet, PhoneNumber owner) {
        return Optional.empty();
    }

    @Override
    public Optional<Boolean> notifyUnheardOf(String paymentReference) {
        return simulator.callbackSaying(paymentReference, "77").map(this::deliver);
    }

    private boolean deliver(CallbackMessage message) {
        return simulator.callbacks().deliver(message).accepted();
    }

    /** Docs, callback: "HTTP 200 OK", and nothing else. */
    @Override
    public boolean acknowledges(HttpResponse reply) {
        return reply.status() == 200;
    }

    @Override
    public List<InboundRequest> spellings(InboundRequest genuine) {
        return DuitkuSpellings.of(genuine);
    }

    @Override
    public List<InboundRequest> forgeries(InboundRequest genuine) {
        return forgeries.of(genuine);
    }

    @Override
    public void next(Operation operation, Fault fault) {
        Neutral.duitku(operation).ifPresent(own -> simulator.faults().next(own, fault));
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
        return Neutral.lie(operation, lie);
    }

    @Override
    public List<Fault> undocumented(Operation operation) {
        return Neutral.undocumented(operation);
    }

    @Override
    public List<DocumentedFault> documented(Operation operation) {
        return DuitkuDocumented.of(operation);
    }

    @Override
    public List<DocumentedRefusal> unbindRefusals() {
        return DuitkuDocumented.unbindRefusals();
    }

    /** Docs, expiry: the channel's own, whatever an inquiry asks for. */
    @Override
    public Optional<Duration> customerWindow(Wallet wallet) {
        return Optional.of(Neutral.channel(wallet).paymentWindow());
    }

    @Override
    public List<SeenRequest> requests() {
        return simulator.journal().entries().stream().map(Neutral::seen).toList();
    }

    /** One question about a wallet also tells how a link ended. */
    @Override
    public boolean serves(SeenRequest request, Operation operation) {
        return request.operation() == operation
                || (operation == Operation.COMPLETE_BIND
                        && request.operation() == Operation.BALANCE);
    }

    @Override
    public List<Movement> movements() {
        return simulator.ledger().movements().stream().map(SimulatedDuitku::neutral).toList();
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

    /** Without the key. */
    @Override
    public String toString() {
        return simulator.toString();
    }

    private record OwnersView(id.dompet.testkit.duitku.Wallet wallet) implements SimulatedWallet {
        @Override
        public void cash(long rupiah) {
            id.dompet.testkit.duitku.Wallet unused = wallet.balance(rupiah);
        }

        @Override
        public long cash() {
            return wallet.cash();
        }

        @Override
        public void points(long points) {
            id.dompet.testkit.duitku.Wallet unused = wallet.points(points);
        }

        @Override
        public void unlinkInApp() {
            wallet.unlinkInApp();
        }
    }
}
