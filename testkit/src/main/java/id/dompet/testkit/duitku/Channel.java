package id.dompet.testkit.duitku;

import java.time.Duration;
import java.util.Optional;

/** The wallets that can be linked (Account Link V1.1), with Duitku's codes and fixed windows. */
public enum Channel {
    /** OVO, {@code OL}: 15 minutes to pay. */
    OVO("OL", Duration.ofMinutes(15), "OVO"),
    /** ShopeePay, {@code SL}: 30 minutes to pay. */
    SHOPEEPAY("SL", Duration.ofMinutes(30), "ShopeePay");

    private final String code;
    private final Duration paymentWindow;
    private final String displayName;

    Channel(String code, Duration paymentWindow, String displayName) {
        this.code = code;
        this.paymentWindow = paymentWindow;
        this.displayName = displayName;
    }

    /** The code in requests: {@code OL} or {@code SL}. */
    public String code() {
        return code;
    }

    /** How long a payment page stays open. */
    public Duration paymentWindow() {
        return paymentWindow;
    }

    String displayName() {
        return displayName;
    }

    static Optional<Channel> of(String code) {
        for (Channel channel : values()) {
            if (channel.code.equals(code)) {
                return Optional.of(channel);
            }
        }
        return Optional.empty();
    }
}
