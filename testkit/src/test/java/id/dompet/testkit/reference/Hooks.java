package id.dompet.testkit.reference;

import id.dompet.http.HttpRequest;
import id.dompet.http.HttpResponse;
import id.dompet.http.InboundRequest;
import id.dompet.model.BindAttempt;
import id.dompet.model.Binding;
import id.dompet.model.Money;
import id.dompet.sign.Signatures;
import id.dompet.spi.BalancePort;
import id.dompet.spi.BindPort;
import id.dompet.spi.Call;
import id.dompet.spi.CredentialStore.Credential;
import id.dompet.spi.NotifyPort;
import id.dompet.spi.PayPort;
import id.dompet.spi.ProviderProfile;
import id.dompet.spi.RefundPort;
import id.dompet.spi.Setting;
import id.dompet.spi.StatusPort;
import id.dompet.spi.TopUpPort;
import id.dompet.spi.UnbindPort;
import id.dompet.spi.WalletProvider;
import java.time.Instant;
import java.util.List;

/**
 * Every place at which the module of Contoh can be broken. As it stands it changes nothing;
 * override what the fault needs. Called on many threads.
 */
public class Hooks {
    /** Changes nothing. */
    public Hooks() {}

    // What it says about itself

    /** What configuration calls it. */
    public String type(String genuine) {
        return genuine;
    }

    /** The settings that it declares. */
    public List<Setting> settings(List<Setting> genuine) {
        return genuine;
    }

    /** What it promises. */
    public ProviderProfile profile(ProviderProfile genuine) {
        return genuine;
    }

    /** The whole provider, put together; what this does happens when a facade is opened. */
    public WalletProvider provider(WalletProvider genuine, Parts parts) {
        return genuine;
    }

    // Its ports

    /** Links wallets. */
    public BindPort bind(BindPort genuine, Parts parts) {
        return genuine;
    }

    /** Ends links. */
    public UnbindPort unbind(UnbindPort genuine, Parts parts) {
        return genuine;
    }

    /** Asks for balances. */
    public BalancePort balance(BalancePort genuine, Parts parts) {
        return genuine;
    }

    /** Explains how to fill a wallet. */
    public TopUpPort topUp(TopUpPort genuine, Parts parts) {
        return genuine;
    }

    /** Charges. */
    public PayPort pay(PayPort genuine, Parts parts) {
        return genuine;
    }

    /** Asks about charges. */
    public StatusPort status(StatusPort genuine, Parts parts) {
        return genuine;
    }

    /** Gives money back. */
    public RefundPort refund(RefundPort genuine, Parts parts) {
        return genuine;
    }

    /** Understands notifications. */
    public NotifyPort notifications(NotifyPort genuine, Parts parts) {
        return genuine;
    }

    // What it sends

    /** A request before it gets its time and signature. */
    public HttpRequest unsigned(HttpRequest genuine) {
        return genuine;
    }

    /** Sends a signed request. */
    public HttpResponse send(Call call, HttpRequest signed) {
        return call.send(signed);
    }

    /** The time that a request is signed with. */
    public Instant now(Instant genuine) {
        return genuine;
    }

    /** An amount as a request spells it. */
    public String amount(Money amount) {
        return amount.decimalText();
    }

    // What it keeps

    /** The name under which the merchant's token is kept. */
    public String merchantSubject(String genuine) {
        return genuine;
    }

    /** The name under which a customer's token is kept. */
    public String customerSubject(Binding binding, String genuine) {
        return genuine;
    }

    /** A token that has just been fetched, the merchant's or a customer's. */
    public Credential token(Credential genuine) {
        return genuine;
    }

    /** Whether what is stored belongs to the customer of the binding. */
    public boolean isOwner(boolean genuine) {
        return genuine;
    }

    /** The id of a new binding. */
    public String bindingId(BindAttempt attempt, String genuine) {
        return genuine;
    }

    // What it believes

    /** Exactly the bytes that a notification's signature covers. */
    public byte[] covered(InboundRequest inbound, byte[] genuine) {
        return genuine;
    }

    /** Whether a notification's signature is the right one; empty text if there is none. */
    public boolean isSignature(byte[] expected, String received) {
        return Signatures.matchesHex(expected, received);
    }

    /** What tells one event from another. */
    public String eventId(Fields notification, String genuine) {
        return genuine;
    }
}
