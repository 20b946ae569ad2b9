package id.dompet.testkit.doku;

import id.dompet.testkit.SimulatorRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;

/** The headers of a request, refused by the rules of the SNAP standard and DOKU's pages. */
final class SnapHeaders {

    private static final Pattern EXTERNAL_ID = Pattern.compile("\\d{1,36}");
    private static final Pattern CHANNEL_ID = Pattern.compile("[A-Za-z0-9]{1,5}");
    private static final Pattern ARCHIVE_DEVICE = Pattern.compile("[A-Za-z0-9]{1,64}");
    private static final Pattern DEVICE = Pattern.compile("[\\x20-\\x7e]{1,64}");
    private static final Pattern IPV4 =
            Pattern.compile(
                    "((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)\\.){3}"
                            + "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)");

    private final DokuSettings settings;

    SnapHeaders(DokuSettings settings) {
        this.settings = settings;
    }

    /** The value of a header that has to be there. */
    static String required(SimulatorRequest request, String name) {
        String value = request.header(name).orElse("");
        if (value.isBlank()) {
            throw Refusal.missing(name);
        }
        return value;
    }

    void checkContentType(SimulatorRequest request) {
        String type = required(request, "Content-Type").toLowerCase(Locale.ROOT);
        if (!type.equals("application/json") && !type.startsWith("application/json;")) {
            throw Refusal.format("Content-Type");
        }
    }

    /** X-TIMESTAMP, and its distance to the clock where that is limited. */
    void checkTimestamp(SimulatorRequest request) {
        Instant sent =
                SnapTime.parse(required(request, "X-TIMESTAMP"))
                        .orElseThrow(() -> Refusal.format("X-TIMESTAMP"));
        Duration distance = Duration.between(sent, settings.clock().instant()).abs();
        if (settings.protocol()
                .clockSkew()
                .filter(most -> distance.compareTo(most) > 0)
                .isPresent()) {
            throw Refusal.because(SnapCase.UNAUTHORIZED, "Expired Timestamp");
        }
    }

    /** What every signed request has; the token and the signature are somebody else's concern. */
    void checkCommon(SimulatorRequest request) {
        checkContentType(request);
        checkTimestamp(request);
        String partner = required(request, "X-PARTNER-ID");
        if (partner.length() > 36) {
            throw Refusal.format("X-PARTNER-ID");
        }
        if (!EXTERNAL_ID.matcher(required(request, "X-EXTERNAL-ID")).matches()) {
            throw Refusal.format("X-EXTERNAL-ID");
        }
        checkOptional(request, "CHANNEL-ID", CHANNEL_ID);
        checkOptional(request, "X-CHANNEL-ID", CHANNEL_ID);
        if (!partner.equals(settings.clientId())) {
            throw Refusal.because(SnapCase.UNAUTHORIZED, "Unknown Client");
        }
    }

    /** Device and address of the customer; the archive OVO page wants the device everywhere. */
    void checkCustomer(
            SimulatorRequest request,
            DokuOperation operation,
            Generation generation,
            DokuChannel channel) {
        boolean archiveOvo = generation == Generation.ARCHIVE && channel == DokuChannel.OVO;
        boolean strict = settings.protocol().requiresCustomerHeaders();
        if (strict && (archiveOvo || channel.needsDeviceId(operation))) {
            required(request, "X-DEVICE-ID");
        }
        checkOptional(request, "X-DEVICE-ID", archiveOvo ? ARCHIVE_DEVICE : DEVICE);
        if (strict && channel.needsIpAddress(operation)) {
            required(request, "X-IP-ADDRESS");
        }
        checkOptional(request, "X-IP-ADDRESS", IPV4);
    }

    private static void checkOptional(SimulatorRequest request, String name, Pattern pattern) {
        if (!request.header(name).map(value -> pattern.matcher(value).matches()).orElse(true)) {
            throw Refusal.format(name);
        }
    }
}
