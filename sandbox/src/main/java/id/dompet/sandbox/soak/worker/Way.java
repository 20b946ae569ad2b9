package id.dompet.sandbox.soak.worker;

import id.dompet.model.Payment;
import id.dompet.model.ProviderId;
import id.dompet.model.Wallet;

/**
 * A way to pay: which wallet, through which provider, and how the customer takes part. A wallet
 * goes to one provider, as a merchant's routes say.
 */
public enum Way {
    /** ShopeePay, linked at Duitku; the customer enters the PIN. */
    DUITKU_SHOPEEPAY("duitku", "SHOPEEPAY", Payment.Kind.LINKED),
    /** OVO, linked at DOKU; the customer enters the PIN. */
    DOKU_OVO("doku", "OVO", Payment.Kind.LINKED),
    /** OVO, linked at DOKU, charged while the customer is elsewhere. */
    DOKU_OVO_UNATTENDED("doku", "OVO", Payment.Kind.UNATTENDED),
    /** DANA at DOKU, without a link; the customer confirms in the wallet's app. */
    DOKU_DANA("doku", "DANA", Payment.Kind.REDIRECT);

    private final String provider;
    private final String wallet;
    private final Payment.Kind kind;

    Way(String provider, String wallet, Payment.Kind kind) {
        this.provider = provider;
        this.wallet = wallet;
        this.kind = kind;
    }

    /** The instance it goes to. */
    public ProviderId provider() {
        return new ProviderId(provider);
    }

    /** The wallet that pays. */
    public Wallet wallet() {
        return new Wallet(wallet);
    }

    /** How the customer takes part. */
    public Payment.Kind kind() {
        return kind;
    }

    /** Whether its provider gives money back. */
    public boolean givesBack() {
        return provider.equals("doku");
    }

    /** Whether the customer links the wallet first. */
    public boolean isLinked() {
        return kind != Payment.Kind.REDIRECT;
    }
}
