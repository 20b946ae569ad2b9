package id.dompet.sandbox.console;

import id.dompet.sandbox.web.Refused;
import id.dompet.testkit.duitku.CallbackAttempt;
import id.dompet.testkit.duitku.CallbackMessage;
import id.dompet.testkit.duitku.CallbackVariation;
import id.dompet.testkit.duitku.Channel;
import id.dompet.testkit.duitku.DuitkuOperation;
import id.dompet.testkit.duitku.DuitkuSimulator;
import id.dompet.testkit.duitku.DuitkuTransaction;
import id.dompet.testkit.duitku.TransactionState;
import id.dompet.testkit.duitku.Wallet;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Duitku Account Link. */
final class DuitkuProvider implements Provider {
    private static final List<DuitkuOperation> OPERATIONS =
            List.of(
                    DuitkuOperation.CONNECT,
                    DuitkuOperation.DISCONNECT,
                    DuitkuOperation.USER_INFO,
                    DuitkuOperation.TOP_UP,
                    DuitkuOperation.INQUIRY,
                    DuitkuOperation.TRANSACTION_STATUS,
                    DuitkuOperation.PAYMENT_METHODS);

    private final DuitkuSimulator simulator;
    private final Wire<DuitkuOperation> wire;

    DuitkuProvider(DuitkuSimulator simulator) {
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
        return "duitku";
    }

    @Override
    public String title() {
        return "Duitku Account Link";
    }

    @Override
    public List<String> walletNames() {
        return Arrays.stream(Channel.values()).map(Channel::name).toList();
    }

    @Override
    public Map<String, String> credentials() {
        Map<String, String> credentials = new LinkedHashMap<>();
        credentials.put("account link base URL", simulator.accountLinkBaseUrl().toString());
        credentials.put("web API base URL", simulator.webApiBaseUrl().toString());
        credentials.put("merchant code", simulator.merchantCode());
        credentials.put("API key", simulator.apiKey());
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
        Wallet unused = wallet(wallet, phone).balance(cash).points(points);
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
                                        link.customerUniqueId(),
                                        link.active() ? "LINKED" : "ENDED",
                                        link.active()))
                .toList();
    }

    @Override
    public void unlink(String wallet, String phone) {
        Wallet found = wallet(wallet, phone);
        if (simulator.credentialCodes(found).isEmpty()) {
            throw Refused.conflict("This wallet is not linked.");
        }
        found.unlinkInApp();
    }

    @Override
    public List<Views.Charge> charges() {
        return simulator.transactions().stream().map(this::view).toList();
    }

    private Views.Charge view(DuitkuTransaction charge) {
        return new Views.Charge(
                name(),
                charge.merchantOrderId(),
                charge.channel().name(),
                charge.amount(),
                charge.state().name(),
                0,
                Times.text(charge.expiresAt()),
                charge.state() == TransactionState.PENDING,
                charge.state() == TransactionState.EXPIRED,
                0);
    }

    @Override
    public void succeed(String reference) {
        Charges.settle(charge(reference), simulator.settle(reference));
    }

    @Override
    public void decline(String reference) {
        Charges.decided(charge(reference), simulator.fail(reference));
    }

    @Override
    public void expire(String reference) {
        Charges.decided(charge(reference), simulator.expire(reference));
    }

    @Override
    public void refund(String reference, long amount) {
        throw Refused.conflict(
                "Duitku Account Link has no refunds, so %s stays as it is."
                        .formatted(charge(reference).reference()));
    }

    @Override
    public List<Views.Message> messages() {
        List<CallbackMessage> outbox = simulator.callbacks().messages();
        return Numbered.of(
                outbox,
                (number, message) ->
                        new Views.Message(
                                name(),
                                number,
                                message.merchantOrderId(),
                                "resultCode " + message.resultCode(),
                                message.isDelivered(),
                                message.isPending(),
                                message.attempts().stream().map(DuitkuProvider::text).toList()));
    }

    @Override
    public String deliver(int number, boolean brokenSignature) {
        CallbackMessage message =
                Numbered.find(simulator.callbacks().messages(), number, "callback");
        return text(
                brokenSignature
                        ? simulator
                                .callbacks()
                                .deliver(message, CallbackVariation.wrongOrderSignature())
                        : simulator.callbacks().deliver(message));
    }

    private static String text(CallbackAttempt attempt) {
        return attempt.status().isPresent()
                ? "HTTP %d at %s".formatted(attempt.status().getAsInt(), Times.text(attempt.at()))
                : "no answer at %s: %s".formatted(Times.text(attempt.at()), attempt.failure());
    }

    @Override
    public void holdNext() {
        simulator.callbacks().holdNext();
    }

    @Override
    public void breakNext() {
        simulator.callbacks().alterNext(CallbackVariation.wrongOrderSignature());
    }

    @Override
    public void notifyBeforeNextAnswer() {
        simulator.callbacks().payBeforeNextInquiryAnswer();
    }

    @Override
    public void leaveNextPending() {
        throw Refused.conflict(
                "Every charge at Duitku waits for the customer, so it stays pending anyway.");
    }

    @Override
    public boolean usesTokens() {
        return false;
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

    private Wallet wallet(String wallet, String phone) {
        try {
            return simulator.wallet(Names.of(Channel.class, wallet, "wallet"), phone);
        } catch (IllegalArgumentException e) {
            throw Names.noPhone();
        }
    }
}
