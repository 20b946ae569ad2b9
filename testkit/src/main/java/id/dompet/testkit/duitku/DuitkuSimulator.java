package id.dompet.testkit.duitku;

import id.dompet.testkit.ChargeLedger;
import id.dompet.testkit.FaultScript;
import id.dompet.testkit.PhoneNumbers;
import id.dompet.testkit.RequestJournal;
import id.dompet.testkit.SimulatorRequest;
import id.dompet.testkit.SimulatorServer;
import id.dompet.testkit.diagnosis.SignatureDiagnosis;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Duitku Account Link on a local port. Any client of the real provider works against it once its
 * two base URLs, merchant code and key are set; requests that break the documents are refused.
 * Thread-safe.
 *
 * <pre>{@code
 * try (DuitkuSimulator duitku = DuitkuSimulator.builder().clock(clock).start()) {
 *     duitku.wallet(Channel.OVO, "081234567890").balance(500_000);
 *     ...
 *     duitku.ledger().chargedFor("order-1");
 * }
 * }</pre>
 */
public final class DuitkuSimulator implements AutoCloseable {

    private final DuitkuSettings settings;
    private final LinkBook links;
    private final Wallets wallets;
    private final Payments payments;
    private final DuitkuCallbacks callbacks;
    private final ChargeLedger ledger = new ChargeLedger();
    private final RequestJournal<DuitkuOperation> journal = new RequestJournal<>();
    private final FaultScript<DuitkuOperation> faults = new FaultScript<>(DuitkuOperation.class);
    private final DuitkuCustomer customer = new DuitkuCustomer();
    private final Tokens tokens;
    private final SimulatorServer server;

    DuitkuSimulator(DuitkuSettings settings, Tokens tokens) {
        this.settings = settings;
        this.tokens = tokens;
        DuitkuSignatures signatures =
                new DuitkuSignatures(settings.merchantCode(), settings.apiKey());
        links = new LinkBook(settings, tokens);
        wallets = new Wallets(settings.defaultCash(), settings.defaultPoints(), links::endAllOf);
        callbacks = new DuitkuCallbacks(settings, signatures, tokens);
        payments = new Payments(settings, tokens, ledger, callbacks);
        DuitkuDispatcher dispatcher =
                new DuitkuDispatcher(
                        settings.clock(),
                        faults,
                        journal,
                        new SignatureCheck(settings.acceptedSignatures(), signatures),
                        new DuitkuDispatcher.Endpoints(
                                new AccountLinkApi(settings, wallets, links),
                                new InquiryApi(settings, links, payments, callbacks),
                                new TransactionStatusApi(settings, payments),
                                new PaymentMethodsApi(settings),
                                new LinkPage(settings, links),
                                new PaymentPage(settings, payments)));
        server = SimulatorServer.start(settings.bindAddress(), settings.port(), dispatcher::handle);
    }

    /** Options, all with defaults. */
    public static DuitkuSimulatorBuilder builder() {
        return new DuitkuSimulatorBuilder();
    }

    /** Base URL of the account link calls; {@code /api/accountlinking/v1/...} is added to it. */
    public URI accountLinkBaseUrl() {
        return URI.create(webApiBaseUrl() + "/accountlinking");
    }

    /** Base URL of the web API; {@code /webapi/api/merchant/...} is added to it. */
    public URI webApiBaseUrl() {
        return URI.create("http://" + reachableHost() + ":" + port());
    }

    /** The port in use. */
    public int port() {
        return server.port();
    }

    /** The merchant code. */
    public String merchantCode() {
        return settings.merchantCode();
    }

    /** The merchant's key. */
    public String apiKey() {
        return settings.apiKey();
    }

    /**
     * A customer's wallet; it comes into being when it is first asked for.
     *
     * @param phoneNumber in any usual Indonesian spelling
     */
    public Wallet wallet(Channel channel, String phoneNumber) {
        String local =
                PhoneNumbers.toLocal(phoneNumber)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "not an Indonesian mobile number"));
        return wallets.of(channel, local);
    }

    /** The credential codes of a wallet that are in force, oldest first. */
    public List<String> credentialCodes(Wallet wallet) {
        return links.activeCodes(wallet);
    }

    /** Makes a ShopeePay voucher known that takes {@code rupiah} off. */
    public void voucher(String code, long rupiah) {
        payments.addVoucher(code, rupiah);
    }

    /** How a transaction stands. */
    public Optional<DuitkuTransaction> transaction(String merchantOrderId) {
        return payments.find(merchantOrderId);
    }

    /** All transactions, oldest first. */
    public List<DuitkuTransaction> transactions() {
        return payments.all();
    }

    /** Charges an order whose window has closed; false when the wallet cannot pay or has paid. */
    public boolean payLate(String merchantOrderId) {
        return payments.knownAs(merchantOrderId).map(payments::payLate).orElse(false);
    }

    /** Every wallet that came into being, by channel and number. */
    public List<Wallet> wallets() {
        return wallets.all();
    }

    /** Every link, ended ones as well, oldest first. */
    public List<DuitkuLink> links() {
        return links.all();
    }

    /** Charges a payment that is pending or has expired; false when that cannot be done. */
    public boolean settle(String merchantOrderId) {
        return payments.knownAs(merchantOrderId).map(payments::settle).orElse(false);
    }

    /** Refuses a pending payment, as the wallet would; false when there is none. */
    public boolean fail(String merchantOrderId) {
        return end(merchantOrderId, TransactionState.FAILED);
    }

    /** Closes the window of a pending payment now; false when there is none. */
    public boolean expire(String merchantOrderId) {
        return end(merchantOrderId, TransactionState.EXPIRED);
    }

    private boolean end(String merchantOrderId, TransactionState state) {
        return payments.knownAs(merchantOrderId)
                .map(transaction -> payments.endIfPending(transaction, state))
                .orElse(false);
    }

    /** What is wrong with the signature of a request; empty when it needs none. */
    public Optional<SignatureDiagnosis> diagnose(SimulatorRequest request) {
        return new SignatureDoctor(settings).examine(request);
    }

    /** What was really charged. */
    public ChargeLedger ledger() {
        return ledger;
    }

    /** Every request received. */
    public RequestJournal<DuitkuOperation> journal() {
        return journal;
    }

    /** Faults on demand. */
    public FaultScript<DuitkuOperation> faults() {
        return faults;
    }

    /** The outbox of callbacks, after closing the payment windows that are over. */
    public DuitkuCallbacks callbacks() {
        payments.expireOverdue();
        return callbacks;
    }

    /** Somebody who fills in the pages. */
    public DuitkuCustomer customer() {
        return customer;
    }

    /** The callback about an order with a result that it may not have, rightly signed. */
    Optional<CallbackMessage> callbackSaying(String merchantOrderId, String resultCode) {
        return payments.knownAs(merchantOrderId)
                .map(transaction -> callbacks.compose(transaction, resultCode));
    }

    /** Every credential code and every ticket that was issued. */
    List<String> secrets() {
        return tokens.secrets();
    }

    /** Ends every connection that is open. */
    void dropConnections() {
        server.dropConnections();
    }

    /** Stops everything. */
    @Override
    public void close() {
        callbacks.stop();
        server.close();
    }

    private String reachableHost() {
        return settings.bindAddress().equals("0.0.0.0") ? "127.0.0.1" : settings.bindAddress();
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "DuitkuSimulator[" + webApiBaseUrl() + ", merchant " + merchantCode() + "]";
    }
}
