package id.dompet.testkit.duitku;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The options of a {@link DuitkuSimulator}. Not thread-safe. */
public final class DuitkuSimulatorBuilder {

    private final Tokens tokens = new Tokens();
    private String bindAddress = "127.0.0.1";
    private int port = 0;
    private @Nullable URI publicUrl;
    private Clock clock = Clock.systemUTC();
    private String merchantCode = tokens.merchantCode();
    private String apiKey = tokens.apiKey();
    private AcceptedSignatures acceptedSignatures = AcceptedSignatures.EITHER;
    private CallbackSignature callbackSignature = CallbackSignature.AS_INQUIRY;
    private CallbackMode callbackMode = CallbackMode.AUTOMATIC;
    private Duration callbackSpacing = Duration.ofSeconds(1);
    private Duration callbackTimeout = Duration.ofSeconds(10);
    private boolean callbackOnExpiry = false;
    private long defaultCash = 1_000_000;
    private long defaultPoints = 0;
    private long maxAmount = 20_000_000;
    private PollingLimit pollingLimit = PollingLimit.none();
    private OrderIdReuse orderIdReuse = OrderIdReuse.SAME_REFERENCE;
    private BalanceFormat balanceFormat = BalanceFormat.NUMBER;
    private InsufficientBalance insufficientBalance = InsufficientBalance.REFUSE_INQUIRY;
    private ReturnUrlStyle returnUrlStyle = ReturnUrlStyle.AMPERSAND;
    private Duration linkPageLifetime = Duration.ofMinutes(15);
    private boolean relinkRevokes = true;
    private Set<Channel> channels = EnumSet.allOf(Channel.class);

    DuitkuSimulatorBuilder() {}

    /** The local address to listen on; 127.0.0.1 by default. */
    public DuitkuSimulatorBuilder bindAddress(String value) {
        bindAddress = value;
        return this;
    }

    /** A fixed port; by default the system picks a free one. */
    public DuitkuSimulatorBuilder port(int value) {
        port = value;
        return this;
    }

    /**
     * What customers' browsers reach the simulator by, where that differs from the host merchants
     * call; by default that host.
     */
    public DuitkuSimulatorBuilder publicUrl(URI value) {
        publicUrl = value;
        return this;
    }

    /** The clock that decides about expiry; the system's by default. */
    public DuitkuSimulatorBuilder clock(Clock value) {
        clock = value;
        return this;
    }

    /** The merchant code; random by default. */
    public DuitkuSimulatorBuilder merchantCode(String value) {
        merchantCode = value;
        return this;
    }

    /** The merchant's key; random by default. */
    public DuitkuSimulatorBuilder apiKey(String value) {
        apiKey = value;
        return this;
    }

    /** Which web API signatures are right; either scheme by default. */
    public DuitkuSimulatorBuilder acceptedSignatures(AcceptedSignatures value) {
        acceptedSignatures = value;
        return this;
    }

    /** How callbacks are signed; by default as the inquiry was. */
    public DuitkuSimulatorBuilder callbackSignature(CallbackSignature value) {
        callbackSignature = value;
        return this;
    }

    /** When callbacks leave; by default at once. */
    public DuitkuSimulatorBuilder callbackMode(CallbackMode value) {
        callbackMode = value;
        return this;
    }

    /**
     * Real time between automatic deliveries of one callback; not documented, 1 second by default.
     */
    public DuitkuSimulatorBuilder callbackSpacing(Duration value) {
        callbackSpacing = value;
        return this;
    }

    /** Real time a merchant has to answer a callback; not documented, 10 seconds by default. */
    public DuitkuSimulatorBuilder callbackTimeout(Duration value) {
        callbackTimeout = value;
        return this;
    }

    /** Whether a payment that expires is called back with 01; not documented, no by default. */
    public DuitkuSimulatorBuilder callbackOnExpiry(boolean value) {
        callbackOnExpiry = value;
        return this;
    }

    /** Cash of wallets nobody set up, in rupiah; 1 million by default. */
    public DuitkuSimulatorBuilder defaultCash(long value) {
        defaultCash = value;
        return this;
    }

    /** Points or coins of wallets nobody set up; 0 by default. */
    public DuitkuSimulatorBuilder defaultPoints(long value) {
        defaultPoints = value;
        return this;
    }

    /** The largest payment, in rupiah; not published, 20 million by default. */
    public DuitkuSimulatorBuilder maxAmount(long value) {
        maxAmount = value;
        return this;
    }

    /** How often transactionStatus may be asked; no limit by default. */
    public DuitkuSimulatorBuilder pollingLimit(PollingLimit value) {
        pollingLimit = value;
        return this;
    }

    /** What a repeated inquiry is answered; by default the first transaction again. */
    public DuitkuSimulatorBuilder orderIdReuse(OrderIdReuse value) {
        orderIdReuse = value;
        return this;
    }

    /** How balances are written; as numbers by default. */
    public DuitkuSimulatorBuilder balanceFormat(BalanceFormat value) {
        balanceFormat = value;
        return this;
    }

    /** Where a wallet that cannot pay is noticed; at the inquiry by default. */
    public DuitkuSimulatorBuilder insufficientBalance(InsufficientBalance value) {
        insufficientBalance = value;
        return this;
    }

    /** How a return URL with a query is continued; with {@code &} by default. */
    public DuitkuSimulatorBuilder returnUrlStyle(ReturnUrlStyle value) {
        returnUrlStyle = value;
        return this;
    }

    /** How long a link page can be used; not documented, 15 minutes by default. */
    public DuitkuSimulatorBuilder linkPageLifetime(Duration value) {
        linkPageLifetime = value;
        return this;
    }

    /**
     * Whether linking the same wallet to the same customer again ends the older link; not
     * documented, yes by default.
     */
    public DuitkuSimulatorBuilder relinkRevokes(boolean value) {
        relinkRevokes = value;
        return this;
    }

    /** The channels that are active for the merchant; both by default. */
    public DuitkuSimulatorBuilder channels(Set<Channel> value) {
        EnumSet<Channel> ordered = EnumSet.noneOf(Channel.class);
        ordered.addAll(value);
        channels = ordered;
        return this;
    }

    /**
     * Starts the simulator.
     *
     * @throws IllegalStateException when the port is in use
     */
    public DuitkuSimulator start() {
        return new DuitkuSimulator(
                new DuitkuSettings(
                        bindAddress,
                        port,
                        publicUrl,
                        clock,
                        merchantCode,
                        apiKey,
                        acceptedSignatures,
                        callbackSignature,
                        callbackMode,
                        callbackSpacing,
                        callbackTimeout,
                        callbackOnExpiry,
                        defaultCash,
                        defaultPoints,
                        maxAmount,
                        pollingLimit,
                        orderIdReuse,
                        balanceFormat,
                        insufficientBalance,
                        returnUrlStyle,
                        linkPageLifetime,
                        relinkRevokes,
                        channels),
                tokens);
    }
}
