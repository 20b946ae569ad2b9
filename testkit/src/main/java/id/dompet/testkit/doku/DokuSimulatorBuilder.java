package id.dompet.testkit.doku;

import id.dompet.testkit.RandomText;
import java.net.URI;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The options of a {@link DokuSimulator}. Not thread-safe. */
public final class DokuSimulatorBuilder {

    private final RandomText random = new RandomText();
    private String bindAddress = "127.0.0.1";
    private int port = 0;
    private @Nullable URI publicUrl;
    private Clock clock = Clock.systemUTC();
    private String clientId =
            "BRN-" + random.pick(RandomText.DIGITS, 4) + "-" + random.pick(RandomText.DIGITS, 13);
    private String clientSecret = "SK-" + random.pick(RandomText.MIXED, 24);
    private @Nullable KeyPair merchantKeys;
    private @Nullable KeyPair dokuKeys;
    private final DokuTokenOptions tokens = new DokuTokenOptions();
    private AcceptedDigest acceptedDigest = AcceptedDigest.RESERIALISED;
    private Optional<Duration> clockSkew = Optional.empty();
    private DuplicateExternalId duplicateExternalId = DuplicateExternalId.REPLAY;
    private boolean responseCodeAsNumber = false;
    private boolean eightDigitPaymentCode = false;
    private boolean bindingStatusField = false;
    private boolean allowsRebinding = false;
    private boolean requiresCustomerHeaders = true;
    private long defaultCash = 1_000_000;
    private long defaultPoints = 0;
    private long maxAmount = 20_000_000;
    private Duration pageLifetime = Duration.ofMinutes(15);
    private InsufficientFunds insufficientFunds = InsufficientFunds.REFUSE_REQUEST;
    private DuplicateReference duplicatePayment = DuplicateReference.REFUSE;
    private DuplicateReference duplicateRefund = DuplicateReference.SAME_ANSWER;
    private UnknownPayment unknownPayment = UnknownPayment.CODE_4045501;
    private Duration statusNotFoundFor = Duration.ZERO;
    private NotificationMode notificationMode = NotificationMode.AUTOMATIC;
    private Duration notificationTimeout = Duration.ofSeconds(10);
    private boolean notifiesExpiry = false;
    private boolean notifiesRefunds = false;
    private Set<DokuChannel> channels = DokuChannel.playable();

    DokuSimulatorBuilder() {}

    /** The local address to listen on; 127.0.0.1 by default. */
    public DokuSimulatorBuilder bindAddress(String value) {
        bindAddress = value;
        return this;
    }

    /** A fixed port; by default the system picks a free one. */
    public DokuSimulatorBuilder port(int value) {
        port = value;
        return this;
    }

    /** What customers' browsers reach the simulator by; by default the host merchants call. */
    public DokuSimulatorBuilder publicUrl(URI value) {
        publicUrl = value;
        return this;
    }

    /** The clock that decides about expiry; the system's by default. */
    public DokuSimulatorBuilder clock(Clock value) {
        clock = value;
        return this;
    }

    /** The merchant's client id; random by default. */
    public DokuSimulatorBuilder clientId(String value) {
        clientId = value;
        return this;
    }

    /** The merchant's client secret; random by default. */
    public DokuSimulatorBuilder clientSecret(String value) {
        clientSecret = value;
        return this;
    }

    /**
     * The merchant's private key, unencrypted PKCS#8 in PEM; a new one by default.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public DokuSimulatorBuilder merchantPrivateKeyPem(String value) {
        merchantKeys = RsaKeys.read(value);
        return this;
    }

    /**
     * DOKU's private key, unencrypted PKCS#8 in PEM; a new one by default.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public DokuSimulatorBuilder dokuPrivateKeyPem(String value) {
        dokuKeys = RsaKeys.read(value);
        return this;
    }

    /** Changes the options of tokens, for example {@code t -> t.onlyLatestIsValid(true)}. */
    public DokuSimulatorBuilder tokens(Consumer<DokuTokenOptions> change) {
        change.accept(tokens);
        return this;
    }

    /** Which forms of the body can be signed; all that DOKU's own libraries need by default. */
    public DokuSimulatorBuilder acceptedDigest(AcceptedDigest value) {
        acceptedDigest = value;
        return this;
    }

    /** How far X-TIMESTAMP may be off the clock; not published, any distance by default. */
    public DokuSimulatorBuilder clockSkew(Duration value) {
        clockSkew = Optional.of(value);
        return this;
    }

    /** What a repeated X-EXTERNAL-ID is answered; the first answer with 409 by default. */
    public DokuSimulatorBuilder duplicateExternalId(DuplicateExternalId value) {
        duplicateExternalId = value;
        return this;
    }

    /** Whether {@code responseCode} is a number, as in some samples; text by default. */
    public DokuSimulatorBuilder responseCodeAsNumber(boolean value) {
        responseCodeAsNumber = value;
        return this;
    }

    /** Whether an archive payment succeeds with 20054000, as printed there; no by default. */
    public DokuSimulatorBuilder eightDigitPaymentCode(boolean value) {
        eightDigitPaymentCode = value;
        return this;
    }

    /** Whether a binding is answered {@code status} for {@code accountStatus}; no by default. */
    public DokuSimulatorBuilder bindingStatusField(boolean value) {
        bindingStatusField = value;
        return this;
    }

    /** Whether a bound wallet can be bound again by its customer; no by default. */
    public DokuSimulatorBuilder allowsRebinding(boolean value) {
        allowsRebinding = value;
        return this;
    }

    /**
     * Whether X-DEVICE-ID and X-IP-ADDRESS have to be there where a page says so; yes by default.
     * DOKU's Node library leaves the device out of app payments.
     */
    public DokuSimulatorBuilder requiresCustomerHeaders(boolean value) {
        requiresCustomerHeaders = value;
        return this;
    }

    /** Cash of wallets nobody set up, in rupiah; 1 million by default. */
    public DokuSimulatorBuilder defaultCash(long value) {
        defaultCash = value;
        return this;
    }

    /** Points of wallets nobody set up; 0 by default. */
    public DokuSimulatorBuilder defaultPoints(long value) {
        defaultPoints = value;
        return this;
    }

    /** The largest payment, in rupiah; not published, 20 million by default. */
    public DokuSimulatorBuilder maxAmount(long value) {
        maxAmount = value;
        return this;
    }

    /** How long a customer's page can be used; not published, 15 minutes by default. */
    public DokuSimulatorBuilder pageLifetime(Duration value) {
        pageLifetime = value;
        return this;
    }

    /** Where a payment with a page fails for lack of funds; at once by default. */
    public DokuSimulatorBuilder insufficientFunds(InsufficientFunds value) {
        insufficientFunds = value;
        return this;
    }

    /** What a repeated {@code partnerReferenceNo} is answered; refused by default. */
    public DokuSimulatorBuilder duplicatePayment(DuplicateReference value) {
        duplicatePayment = value;
        return this;
    }

    /** What a repeated {@code partnerRefundNo} is answered; the first answer by default. */
    public DokuSimulatorBuilder duplicateRefund(DuplicateReference value) {
        duplicateRefund = value;
        return this;
    }

    /** How check status says that it knows no such payment; with 4045501 by default. */
    public DokuSimulatorBuilder unknownPayment(UnknownPayment value) {
        unknownPayment = value;
        return this;
    }

    /** How long, by the clock, check status does not know a new payment; not at all by default. */
    public DokuSimulatorBuilder statusNotFoundFor(Duration value) {
        statusNotFoundFor = value;
        return this;
    }

    /** When notifications leave; by default at once. */
    public DokuSimulatorBuilder notificationMode(NotificationMode value) {
        notificationMode = value;
        return this;
    }

    /** Real time a merchant has to answer; not published, 10 seconds by default. */
    public DokuSimulatorBuilder notificationTimeout(Duration value) {
        notificationTimeout = value;
        return this;
    }

    /** Whether a payment that expires is notified with 06; not documented, no by default. */
    public DokuSimulatorBuilder notifiesExpiry(boolean value) {
        notifiesExpiry = value;
        return this;
    }

    /** Whether a full refund is notified with 04; not documented, no by default. */
    public DokuSimulatorBuilder notifiesRefunds(boolean value) {
        notifiesRefunds = value;
        return this;
    }

    /**
     * The channels that are active for the merchant; all playable ones by default.
     *
     * @throws IllegalArgumentException when one of them needs card data
     */
    public DokuSimulatorBuilder channels(Set<DokuChannel> value) {
        EnumSet<DokuChannel> ordered = EnumSet.noneOf(DokuChannel.class);
        ordered.addAll(value);
        if (!DokuChannel.playable().containsAll(ordered)) {
            throw new IllegalArgumentException(
                    "BRI and Mandiri need card data; the simulator cannot make them active.");
        }
        channels = ordered;
        return this;
    }

    /**
     * Starts the simulator.
     *
     * @throws IllegalStateException when the port is in use
     */
    public DokuSimulator start() {
        DokuSettings settings =
                new DokuSettings(
                        new DokuSettings.Place(bindAddress, port, Optional.ofNullable(publicUrl)),
                        clock,
                        new DokuSettings.Credentials(
                                clientId,
                                clientSecret,
                                merchantKeys == null ? RsaKeys.generate() : merchantKeys,
                                dokuKeys == null ? RsaKeys.generate() : dokuKeys),
                        tokens.rules(),
                        new DokuSettings.Protocol(
                                acceptedDigest,
                                clockSkew,
                                duplicateExternalId,
                                responseCodeAsNumber,
                                eightDigitPaymentCode,
                                bindingStatusField,
                                allowsRebinding,
                                requiresCustomerHeaders),
                        new DokuSettings.Money(
                                defaultCash,
                                defaultPoints,
                                maxAmount,
                                pageLifetime,
                                insufficientFunds,
                                duplicatePayment,
                                duplicateRefund,
                                unknownPayment,
                                statusNotFoundFor),
                        new DokuSettings.Posting(
                                notificationMode,
                                notificationTimeout,
                                notifiesExpiry,
                                notifiesRefunds),
                        channels);
        return new DokuSimulator(settings);
    }
}
