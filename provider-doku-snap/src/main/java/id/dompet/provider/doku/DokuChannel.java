package id.dompet.provider.doku;

import id.dompet.model.DompetException.Unsupported;
import id.dompet.model.ProviderId;
import id.dompet.model.Wallet;
import java.util.Optional;

/**
 * The wallets that are reached through DOKU SNAP, by the channel codes of developers.doku.com. BRI
 * and Mandiri need card data, DOKU Wallet has a family of paths that is not published.
 */
enum DokuChannel {
    OVO("EMONEY_OVO_SNAP", "OVO", "11", true),
    ALLO("DIRECT_DEBIT_ALLO_SNAP", "ALLO", "12", true),
    CIMB("DIRECT_DEBIT_CIMB_SNAP", "CIMB", "13", true),
    DANA("EMONEY_DANA_SNAP", "DANA", "14", false),
    SHOPEEPAY("EMONEY_SHOPEE_PAY_SNAP", "SHOPEEPAY", "15", false);

    private final String code;
    private final String walletCode;
    private final String tag;
    private final boolean linked;

    DokuChannel(String code, String walletCode, String tag, boolean linked) {
        this.code = code;
        this.walletCode = walletCode;
        this.tag = tag;
        this.linked = linked;
    }

    /** {@code additionalInfo.channel}. */
    String code() {
        return code;
    }

    Wallet wallet() {
        return new Wallet(walletCode);
    }

    /** The first two digits of the external ids that {@link ExternalIds} makes. */
    String tag() {
        return tag;
    }

    /** Whether a customer links an account; else every payment is confirmed in the wallet's app. */
    boolean isLinked() {
        return linked;
    }

    /** The channel of a wallet; core refuses other wallets before it comes to this. */
    static DokuChannel require(ProviderId id, Wallet wallet) {
        for (DokuChannel channel : values()) {
            if (channel.walletCode.equals(wallet.code())) {
                return channel;
            }
        }
        throw new Unsupported(
                id, "DOKU SNAP has no " + wallet + ", only OVO, ALLO, CIMB, DANA and SHOPEEPAY");
    }

    static Optional<DokuChannel> ofCode(String code) {
        for (DokuChannel channel : values()) {
            if (channel.code.equals(code)) {
                return Optional.of(channel);
            }
        }
        return Optional.empty();
    }
}
