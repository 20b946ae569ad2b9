package id.dompet.provider.doku;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.model.BindAttempt;
import id.dompet.model.Customer;
import id.dompet.model.Customer.Device;
import id.dompet.model.DompetException.InvalidRequest;
import java.util.Locale;

/** The body of an account binding: "OVO Open API"; developers.doku.com, OVO, Allo and CIMB. */
final class BindBody {
    private static final int MAX_EMAIL = 64;
    private static final int MAX_DEVICE_MODEL = 64;

    private final DokuConfig config;
    private final SnapJson json;

    BindBody(DokuConfig config, SnapJson json) {
        this.config = config;
        this.json = json;
    }

    ObjectNode of(DokuChannel channel, BindAttempt attempt) {
        Customer customer = attempt.customer();
        ObjectNode body = json.object().put("phoneNo", customer.phone().international());
        ObjectNode more = body.putObject("additionalInfo");
        if (config.api().namesChannel()) {
            more.put("channel", channel.code());
        }
        more.put("custIdMerchant", customer.reference()).put("customerName", customer.name());
        if (customer.email().length() <= MAX_EMAIL) {
            more.put("email", customer.email()); // optional, and longer ones are refused
        }
        more.put("successRegistrationUrl", attempt.returnUrl().toString())
                .put(
                        "failedRegistrationUrl",
                        attempt.failureUrl().orElse(attempt.returnUrl()).toString());
        if (channel == DokuChannel.ALLO) {
            device(more, customer);
        }
        return body;
    }

    private void device(ObjectNode more, Customer customer) {
        Device device =
                customer.device()
                        .orElseThrow(
                                () ->
                                        invalid(
                                                "ALLO needs the customer's device; give it with"
                                                        + " Customer.on"));
        String system = device.operatingSystem().toLowerCase(Locale.ROOT);
        String kind = device.channel().toLowerCase(Locale.ROOT);
        if (!system.equals("ios") && !system.equals("android")) {
            throw invalid("ALLO takes the operating systems android and ios only");
        }
        if (!kind.equals("app") && !kind.equals("web")) {
            throw invalid("ALLO takes the channels app and web only");
        }
        if (device.model().isBlank() || device.model().length() > MAX_DEVICE_MODEL) {
            throw invalid("ALLO needs a model of 1 to 64 characters");
        }
        more.put("deviceModel", device.model()).put("osType", system).put("channelId", kind);
    }

    private InvalidRequest invalid(String what) {
        return new InvalidRequest(config.id(), "customer device: " + what);
    }
}
