package id.dompet.provider.doku;

import id.dompet.model.Customer.Device;
import id.dompet.model.DompetException.InvalidRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code X-DEVICE-ID} and {@code X-IP-ADDRESS}. Today's pages demand the device for DANA and
 * ShopeePay and for bindings of Allo, and the address for Allo, DANA and ShopeePay; "OVO Open API"
 * demands a device without symbols on every call, also on those for which no customer is there.
 */
final class DeviceHeaders {
    private static final Pattern DEVICE = Pattern.compile("[\\x21-\\x7e]{1,64}");
    private static final Pattern IPV4 =
            Pattern.compile(
                    "(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\\.(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])){3}");

    private final DokuConfig config;

    DeviceHeaders(DokuConfig config) {
        this.config = config;
    }

    Map<String, String> of(DokuChannel channel, SnapService service, Optional<Device> device) {
        Map<String, String> headers = new LinkedHashMap<>();
        deviceId(channel, service, device).ifPresent(id -> headers.put("X-DEVICE-ID", id));
        address(channel, service, device).ifPresent(ip -> headers.put("X-IP-ADDRESS", ip));
        return headers;
    }

    private Optional<String> deviceId(
            DokuChannel channel, SnapService service, Optional<Device> device) {
        boolean required =
                isRedirect(channel, service)
                        || (channel == DokuChannel.ALLO && service == SnapService.BINDING);
        if (required) {
            String id = require(channel, device).id();
            if (!DEVICE.matcher(id).matches()) {
                throw new InvalidRequest(
                        config.id(),
                        "customer device: the id must be 1 to 64 printable ASCII characters without"
                                + " spaces for "
                                + channel);
            }
            return Optional.of(id);
        }
        if (config.api() != Generation.OVO_V1) {
            return Optional.empty();
        }
        return device.map(known -> known.id().replaceAll("[^A-Za-z0-9]", ""))
                .filter(id -> !id.isEmpty() && id.length() <= 64)
                .or(() -> Optional.of(config.deviceId()));
    }

    /** A balance inquiry and an unlinking know the binding only, not where its customer is. */
    private Optional<String> address(
            DokuChannel channel, SnapService service, Optional<Device> device) {
        boolean required =
                isRedirect(channel, service)
                        || (channel == DokuChannel.ALLO
                                && (service == SnapService.BINDING
                                        || service == SnapService.PAYMENT));
        if (required && !IPV4.matcher(require(channel, device).ipAddress()).matches()) {
            throw new InvalidRequest(
                    config.id(),
                    "customer device: DOKU takes an IPv4 address such as 203.0.113.7 for "
                            + channel);
        }
        return device.map(Device::ipAddress)
                .filter(ip -> IPV4.matcher(ip).matches())
                .or(() -> channel == DokuChannel.ALLO ? config.ipAddress() : Optional.empty());
    }

    /** Payments and refunds; a status question needs the payment's reference and nothing else. */
    private static boolean isRedirect(DokuChannel channel, SnapService service) {
        return !channel.isLinked() && service != SnapService.STATUS;
    }

    private Device require(DokuChannel channel, Optional<Device> device) {
        return device.orElseThrow(
                () ->
                        new InvalidRequest(
                                config.id(),
                                "customer device: "
                                        + channel
                                        + " needs the customer's device and IP address; give them"
                                        + " with Customer.on"));
    }
}
