package id.dompet.provider.duitku;

import id.dompet.model.Wallet;
import java.time.Duration;
import java.util.Optional;

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

    static Optional<DuitkuChannel> of(Wallet wallet) {
        for (DuitkuChannel channel : values()) {
            if (channel.wallet().equals(wallet)) {
                return Optional.of(channel);
            }
        }
        return Optional.empty();
    }
}
