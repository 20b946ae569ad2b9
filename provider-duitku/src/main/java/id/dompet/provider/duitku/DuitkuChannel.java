package id.dompet.provider.duitku;

import id.dompet.model.DompetException.Unsupported;
import id.dompet.model.ProviderId;
import id.dompet.model.Wallet;
import java.time.Duration;

/**
 * The wallets of Duitku Account Link and what differs between them. Channel codes: Account Link
 * V1.1, introduction. The time to pay is fixed whatever a request asks for (docs.duitku.com, expiry
 * period).
 */
enum DuitkuChannel {
    OVO("OL", "ovo", Duration.ofMinutes(15)),
    SHOPEEPAY("SL", "shopeepay", Duration.ofMinutes(30));

    private final String code;
    private final String bindingPrefix;
    private final Duration customerWindow;

    DuitkuChannel(String code, String bindingPrefix, Duration customerWindow) {
        this.code = code;
        this.bindingPrefix = bindingPrefix;
        this.customerWindow = customerWindow;
    }

    String code() {
        return code;
    }

    Wallet wallet() {
        return switch (this) {
            case OVO -> Wallet.OVO;
            case SHOPEEPAY -> Wallet.SHOPEEPAY;
        };
    }

    String bindingPrefix() {
        return bindingPrefix;
    }

    Duration customerWindow() {
        return customerWindow;
    }

    /** The channel of a wallet; core refuses other wallets before it comes to this. */
    static DuitkuChannel require(ProviderId id, Wallet wallet) {
        for (DuitkuChannel channel : values()) {
            if (channel.wallet().equals(wallet)) {
                return channel;
            }
        }
        throw new Unsupported(
                id, "Duitku Account Link has no " + wallet + ", only OVO and SHOPEEPAY");
    }
}
