package id.dompet.testkit.doku;

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
 * DOKU's SNAP interface on a local port. Any client of the real provider works against it once its
 * base URL, client id, client secret and keys are set; requests that break the documents are
 * refused. Thread-safe.
 *
 * <pre>{@code
 * try (DokuSimulator doku = DokuSimulator.builder().clock(clock).start()) {
 *     doku.wallet(DokuChannel.OVO, "081234567890").balance(500_000);
 *     ...
 *     doku.ledger().chargedFor("order-1");
 * }
 * }</pre>
 */
public final class DokuSimulator implements AutoCloseable {

    private final DokuSettings settings;
    private final DokuIds ids;
    private final DokuDispatcher dispatcher;
    private final BindingBook bindings;
    private final TokenBook tokens;
    private final DokuWallets wallets;
    private final Payments payments;
    private final DokuNotifications notifications;
    private final Refunds refunds;
    private final ChargeLedger ledger = new ChargeLedger();
    private final RequestJournal<DokuOperation> journal = new RequestJournal<>();
    private final FaultScript<DokuOperation> faults = new FaultScript<>(DokuOperation.class);
    private final DokuCustomer customer = new DokuCustomer();
    private final SimulatorServer server;

    DokuSimulator(DokuSettings settings) {
        this.settings = settings;
        ids = new DokuIds();
        bindings = new BindingBook(settings, ids);
        tokens = new TokenBook(settings, bindings, ids);
        wallets = new DokuWallets(settings, bindings::endAllOf);
        notifications = new DokuNotifications(settings, ids);
        payments = new Payments(settings, ids, bindings, ledger, notifications);
        refunds = new Refunds(settings, ids, payments, ledger, notifications);
        SnapHeaders headers = new SnapHeaders(settings);
        dispatcher =
                new DokuDispatcher(
                        settings,
                        faults,
                        journal,
                        new DokuDispatcher.Endpoints(
                                new SnapGate(settings, headers, tokens),
                                new TokenApi(settings, headers, tokens, bindings),
                                new BindingApi(settings, wallets, bindings, tokens, ids),
                                new BalanceApi(settings),
                                new PaymentApi(settings, payments, wallets, notifications),
                                new RefundApi(settings, refunds),
                                new StatusApi(settings, payments),
                                new BindingPage(settings.clock(), bindings, notifications),
                                new PaymentPage(settings.clock(), payments, wallets)));
        server = start();
    }

    private SimulatorServer start() {
        try {
            return SimulatorServer.start(
                    settings.place().bindAddress(), settings.place().port(), dispatcher::handle);
        } catch (RuntimeException e) {
            notifications.stop();
            throw e;
        }
    }

    /** Options, all with defaults. */
    public static DokuSimulatorBuilder builder() {
        return new DokuSimulatorBuilder();
    }

    /** What the paths of both generations are added to. */
    public URI baseUrl() {
        String address = settings.place().bindAddress();
        String host = address.equals("0.0.0.0") ? "127.0.0.1" : address;
        return URI.create("http://" + host + ":" + port());
    }

    /** The port in use. */
    public int port() {
        return server.port();
    }

    /** The merchant's client id. */
    public String clientId() {
        return settings.clientId();
    }

    /** The merchant's client secret, the key of symmetric signatures. */
    public String clientSecret() {
        return settings.credentials().clientSecret();
    }

    /** The merchant's private key, PKCS#8 in PEM, with which clients sign token requests. */
    public String merchantPrivateKeyPem() {
        return RsaKeys.pem(settings.credentials().merchant().getPrivate(), "PRIVATE KEY");
    }

    /** The merchant's public key in PEM, with which DOKU verifies token requests. */
    public String merchantPublicKeyPem() {
        return RsaKeys.pem(settings.credentials().merchant().getPublic(), "PUBLIC KEY");
    }

    /** DOKU's public key in PEM, with which merchants verify DOKU's token requests. */
    public String dokuPublicKeyPem() {
        return RsaKeys.pem(settings.credentials().doku().getPublic(), "PUBLIC KEY");
    }

    /**
     * A customer's wallet; it comes into being when it is first asked for.
     *
     * @param phoneNumber in any usual Indonesian spelling
     * @throws IllegalArgumentException when it is no such number
     */
    public DokuWallet wallet(DokuChannel channel, String phoneNumber) {
        String local =
                PhoneNumbers.toLocal(phoneNumber)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "not an Indonesian mobile number"));
        return wallets.of(channel, local);
    }

    /** The auth codes of a wallet that are in force; at most one. */
    public List<String> authCodes(DokuWallet wallet) {
        return bindings.activeCodes(wallet);
    }

    /** DOKU forgets every merchant token: the next request with one is refused with 401xx01. */
    public void revokeMerchantTokens() {
        tokens.revokeMerchantTokens();
    }

    /** How a payment stands. */
    public Optional<DokuTransaction> transaction(String partnerReferenceNo) {
        return payments.first(
                        payment -> payment.order().partnerReferenceNo().equals(partnerReferenceNo))
                .map(Payment::snapshot);
    }

    /** All payments, oldest first. */
    public List<DokuTransaction> transactions() {
        return payments.all();
    }

    /** The next recurring payment is answered 2025400 and stays pending until it is settled. */
    public void delayNextRecurring() {
        payments.delayNextRecurring();
    }

    /** Charges a payment that is pending or has expired; false when that cannot be done. */
    public boolean settle(String partnerReferenceNo) {
        return payments.known(partnerReferenceNo)
                .map(payment -> payments.settle(payment, wallets.payerOf(payment.order())))
                .orElse(false);
    }

    /** The same; in a wallet's own app, the wallet of this number pays. */
    boolean settle(String partnerReferenceNo, String phoneNumber) {
        return payments.known(partnerReferenceNo)
                .map(
                        payment ->
                                payments.settle(
                                        payment,
                                        payment.order()
                                                .wallet()
                                                .orElseGet(
                                                        () ->
                                                                wallet(
                                                                        payment.order().channel(),
                                                                        phoneNumber))))
                .orElse(false);
    }

    /** Fails a pending payment for this reason; false when there is none. */
    public boolean fail(String partnerReferenceNo, SnapCase reason) {
        return payments.known(partnerReferenceNo)
                .map(payment -> payments.end(payment, DokuTransactionState.FAILED, reason))
                .orElse(false);
    }

    /** Every wallet that came into being, by channel and number. */
    public List<DokuWallet> wallets() {
        return wallets.all();
    }

    /** Every binding, ended ones as well, oldest first. */
    public List<DokuLink> links() {
        return bindings.all();
    }

    /** Ends a pending payment as if its time were over; false when there is none. */
    public boolean expire(String partnerReferenceNo) {
        return payments.known(partnerReferenceNo).map(payments::expire).orElse(false);
    }

    /**
     * Gives a payment back without being asked by the merchant's program, as from DOKU's dashboard.
     *
     * @param partnerRefundNo the number of the refund; one that is known gives back nothing more
     * @param rupiah how much, at most what is left
     * @return false when the payment is not paid, or less is left of it
     */
    public boolean refund(String partnerReferenceNo, String partnerRefundNo, long rupiah) {
        return payments.known(partnerReferenceNo)
                .map(payment -> refund(payment, partnerRefundNo, rupiah))
                .orElse(false);
    }

    private boolean refund(Payment payment, String number, long rupiah) {
        try {
            Refunds.Made unused =
                    refunds.make(
                            new Refunds.Order(
                                    payment.order().channel(),
                                    payment.order().partnerReferenceNo(),
                                    Optional.empty(),
                                    rupiah,
                                    number,
                                    "",
                                    payment.order().wallet()));
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    /** What is wrong with the signature of a request; empty when it needs none. */
    public Optional<SignatureDiagnosis> diagnose(SimulatorRequest request) {
        return new SignatureDoctor(settings).examine(request);
    }

    /** What was really charged and given back. */
    public ChargeLedger ledger() {
        return ledger;
    }

    /** Every request received. */
    public RequestJournal<DokuOperation> journal() {
        return journal;
    }

    /**
     * Faults on demand. A code of seven digits is answered as it is; one of five digits, status and
     * case, gets the operation's service code between them; {@link SnapCase#fault} makes either.
     */
    public FaultScript<DokuOperation> faults() {
        return faults;
    }

    /** The outbox of notifications, after ending the payments whose time is over. */
    public DokuNotifications notifications() {
        payments.expireOverdue();
        return notifications;
    }

    /** Somebody who fills in the pages. */
    public DokuCustomer customer() {
        return customer;
    }

    /** DOKU forgets every customer's token; links and refresh tokens stay. */
    void revokeCustomerTokens() {
        tokens.revokeCustomerTokens();
    }

    /** The notification about how a payment stands now; a new one each time, in no outbox. */
    Optional<DokuNotification> composed(String partnerReferenceNo) {
        payments.expireOverdue();
        return payments.known(partnerReferenceNo).map(notifications::compose);
    }

    /** The last notification about the newest link of a wallet. */
    Optional<DokuNotification> bindingNotification(DokuWallet wallet) {
        return bindings.newestOf(wallet)
                .map(binding -> notifications.messagesOf(binding.request().externalId()))
                .flatMap(messages -> messages.stream().reduce((older, newer) -> newer));
    }

    /** Why a request would have been refused whatever it asked for. */
    Optional<String> objection(SimulatorRequest request) {
        return dispatcher.objection(request);
    }

    /** Every ticket, code and token that was issued. */
    List<String> secrets() {
        return ids.secrets();
    }

    /** Ends every connection that is open. */
    void dropConnections() {
        server.dropConnections();
    }

    /** Stops everything. */
    @Override
    public void close() {
        notifications.stop();
        server.close();
    }

    /** Without secret and keys. */
    @Override
    public String toString() {
        return "DokuSimulator[" + baseUrl() + ", client " + clientId() + "]";
    }
}
