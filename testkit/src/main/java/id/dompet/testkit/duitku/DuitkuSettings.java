package id.dompet.testkit.duitku;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything {@link DuitkuSimulatorBuilder} lets choose; described there. */
record DuitkuSettings(
        String bindAddress,
        int port,
        @Nullable URI publicUrl,
        Clock clock,
        String merchantCode,
        String apiKey,
        AcceptedSignatures acceptedSignatures,
        CallbackSignature callbackSignature,
        CallbackMode callbackMode,
        Duration callbackSpacing,
        Duration callbackTimeout,
        boolean callbackOnExpiry,
        long defaultCash,
        long defaultPoints,
        long maxAmount,
        PollingLimit pollingLimit,
        OrderIdReuse orderIdReuse,
        BalanceFormat balanceFormat,
        InsufficientBalance insufficientBalance,
        ReturnUrlStyle returnUrlStyle,
        Duration linkPageLifetime,
        boolean relinkRevokes,
        Set<Channel> channels) {

    /** The key stays out of logs. */
    @Override
    public String toString() {
        return "DuitkuSettings[merchantCode=" + merchantCode + "]";
    }
}
