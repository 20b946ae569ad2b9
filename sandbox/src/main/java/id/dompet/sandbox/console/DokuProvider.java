package id.dompet.sandbox.console;

import id.dompet.sandbox.web.Refused;
import id.dompet.testkit.Fault;
import id.dompet.testkit.doku.DokuChannel;
import id.dompet.testkit.doku.DokuLink;
import id.dompet.testkit.doku.DokuNotification;
import id.dompet.testkit.doku.DokuOperation;
import id.dompet.testkit.doku.DokuRefund;
import id.dompet.testkit.doku.DokuSimulator;
import id.dompet.testkit.doku.DokuTransaction;
import id.dompet.testkit.doku.DokuTransactionState;
import id.dompet.testkit.doku.DokuWallet;
import id.dompet.testkit.doku.NotificationAttempt;
import id.dompet.testkit.doku.NotificationVariation;
import id.dompet.testkit.doku.SnapCase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** DOKU SNAP. */
final class DokuProvider implements Provider {
    private static final List<DokuOperation> OPERATIONS =
            List.of(
                    DokuOperation.TOKEN_B2B,
                    DokuOperation.TOKEN_B2B2C,
                    DokuOperation.ACCOUNT_BINDING,
                    DokuOperation.BALANCE_INQUIRY,
                    DokuOperation.PAYMENT,
                    DokuOperation.REFUND,
                    DokuOperation.CHECK_STATUS,
                    DokuOperation.ACCOUNT_UNBINDING);

    private final DokuSimulator simulator;
    private final Wire<DokuOperation> wire;

    DokuProvider(DokuSimulator simulator) {
        this.simulator = simulator;
        this.wire =
                new Wire<>(
                        name(),
                        new Wire.Parts<>(
                                simulator.journal(), simulator.faults(), simulator::diagnose),
                        OPERATIONS);
    }

    @Override
    public String name() {
        return "doku";
    }

    @Override
    public String title() {
        return "DOKU SNAP";
    }

    @Override
    public List<String> walletNames() {
        return DokuChannel.playable().stream().map(DokuChannel::name).toList();
    }

    @Override
    public Map<String, String> credentials() {
        Map<String, String> credentials = new LinkedHashMap<>();
        credentials.put("base URL", simulator.baseUrl().toString());
        credentials.put("client id", simulator.clientId());
        credentials.put("client secret", simulator.clientSecret());
        credentials.put("merchant's private key", simulator.merchantPrivateKeyPem());
        credentials.put("DOKU's public key", simulator.dokuPublicKeyPem());
        return credentials;
    }

    @Override
    public List<Views.Wallet> wallets() {
        return simulator.wallets().stream()
                .map(
                        wallet ->
                                new Views.Wallet(
                                        name(),
                                        wallet.channel().name(),
                                        wallet.phoneNumber(),
                                        wallet.cash(),
                                        wallet.points()))
                .toList();
    }

    @Override
    public void setBalance(String wallet, String phone, long cash, long points) {
        DokuWallet unused = wallet(wallet, phone).balance(cash).points(points);
    }

    @Override
    public List<Views.Link> links() {
        return simulator.links().stream()
                .map(
                        link ->
                                new Views.Link(
                                        name(),
                                        link.channel().name(),
                                        link.phoneNumber(),
                                        link.custIdMerchant(),
                                        link.state() == DokuLink.State.ACTIVE
                                                ? "LINKED"
                                                : link.state().name(),
                                        link.state() == DokuLink.State.ACTIVE))
                .toList();
    }

    @Override
    public void unlink(String wallet, String phone) {
        DokuWallet found = wallet(wallet, phone);
        if (simulator.authCodes(found).isEmpty()) {
            throw Refused.conflict("This wallet is not linked.");
        }
        found.unlinkInApp();
    }

    @Override
    public List<Views.Charge> charges() {
        return simulator.transactions().stream().map(this::view).toList();
    }

    private Views.Charge view(DokuTransaction charge) {
        long refunded = charge.refunds().stream().mapToLong(DokuRefund::amount).sum();
        return new Views.Charge(
                name(),
                charge.partnerReferenceNo(),
                charge.channel().name(),
                charge.amount(),
                charge.state().name(),
                refunded,
                Times.text(charge.expiresAt()),
                charge.state() == DokuTransactionState.PENDING,
                charge.state() == DokuTransactionState.EXPIRED,
                charge.state() == DokuTransactionState.PAID ? charge.amount() - refunded : 0);
    }

    @Override
    public void succeed(String reference) {
        Charges.settle(charge(reference), simulator.settle(reference));
    }

    @Override
    public void decline(String reference) {
        Charges.decided(charge(reference), simulator.fail(reference, SnapCase.DO_NOT_HONOR));
    }

    @Override
    public void expire(String reference) {
        Charges.decided(charge(reference), simulator.expire(reference));
    }

    @Override
    public void refund(String reference, long amount) {
        Views.Charge charge = charge(reference);
        String number = "desk-%s-%d".formatted(reference, charge.refunded() + 1);
        if (charge.refundable() == 0) {
            throw Refused.conflict(
                    "%s is %s: there is nothing to give back."
                            .formatted(reference, charge.state()));
        }
        if (amount < 1
                || amount > charge.refundable()
                || !simulator.refund(reference, number, amount)) {
            throw Refused.bad(
                    "Between 1 and %d rupiah can be given back of %s."
                            .formatted(charge.refundable(), reference));
        }
    }

    @Override
    public List<Views.Message> messages() {
        return Numbered.of(
                simulator.notifications().messages(),
                (number, message) ->
                        new Views.Message(
                                name(),
                                number,
                                message.about(),
                                message.kind() + " " + message.status(),
                                message.isDelivered(),
                                message.isPending(),
                                message.attempts().stream().map(DokuProvider::text).toList()));
    }

    @Override
    public String deliver(int number, boolean brokenSignature) {
        DokuNotification message =
                Numbered.find(simulator.notifications().messages(), number, "notification");
        return text(
                brokenSignature
                        ? simulator
                                .notifications()
                                .deliver(message, NotificationVariation.brokenSignature())
                        : simulator.notifications().deliver(message));
    }

    private static String text(NotificationAttempt attempt) {
        return attempt.status().isPresent()
                ? "HTTP %d%s at %s"
                        .formatted(
                                attempt.status().getAsInt(),
                                attempt.responseCode().map(code -> " " + code).orElse(""),
                                Times.text(attempt.at()))
                : "no answer at %s: %s".formatted(Times.text(attempt.at()), attempt.failure());
    }

    @Override
    public void holdNext() {
        simulator.notifications().holdNext();
    }

    @Override
    public void breakNext() {
        simulator.notifications().alterNext(NotificationVariation.brokenSignature());
    }

    @Override
    public void notifyBeforeNextAnswer() {
        simulator.notifications().payBeforeNextPaymentAnswer();
    }

    @Override
    public void leaveNextPending() {
        simulator.delayNextRecurring();
    }

    @Override
    public boolean usesTokens() {
        return true;
    }

    /** A code has five digits there, to which the number of the service is added. */
    @Override
    public Fault fault(FaultKind kind) {
        return kind == FaultKind.UNKNOWN_CODE
                ? Fault.code("50099", "No document knows this")
                : kind.fault();
    }

    @Override
    public Wire<?> wire() {
        return wire;
    }

    private Views.Charge charge(String reference) {
        return simulator
                .transaction(reference)
                .map(this::view)
                .orElseThrow(() -> Charges.unknown(title(), reference));
    }

    private DokuWallet wallet(String wallet, String phone) {
        try {
            return simulator.wallet(Names.of(DokuChannel.class, wallet, "wallet"), phone);
        } catch (IllegalArgumentException e) {
            throw Names.noPhone();
        }
    }
}
