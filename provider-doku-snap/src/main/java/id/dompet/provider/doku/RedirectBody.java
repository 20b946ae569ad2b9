package id.dompet.provider.doku;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.model.Customer.Device;
import id.dompet.model.Payment;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * The body of a payment that is confirmed in the wallet's app: developers.doku.com, DANA and
 * ShopeePay, payment jump app.
 */
final class RedirectBody {
    private static final int MAX_TITLE = 64;

    private final DokuConfig config;
    private final SnapJson json;

    RedirectBody(DokuConfig config, SnapJson json) {
        this.config = config;
        this.json = json;
    }

    ObjectNode of(DokuChannel channel, Payment payment, Instant validUpTo) {
        boolean app = isApp(payment);
        ObjectNode body = json.object().put("partnerReferenceNo", payment.reference());
        body.put("validUpTo", SnapTime.field(validUpTo))
                .put("pointOfInitiation", point(payment, app));
        body.putArray("urlParam")
                .addObject()
                .put("url", payment.returnUrl().toString())
                .put("type", "PAY_RETURN")
                .put("isDeepLink", "N");
        PaymentBody.money(body.putObject("amount"), payment.amount());
        ObjectNode more = body.putObject("additionalInfo");
        if (config.api().namesChannel()) {
            more.put("channel", channel.code());
        }
        if (channel == DokuChannel.DANA) {
            more.put("orderTitle", PaymentBody.shorten(payment.description(), MAX_TITLE))
                    .put("supportDeepLinkCheckoutUrl", app);
        }
        return body;
    }

    static boolean isApp(Payment payment) {
        return payment.customer().device().filter(d -> is(d.channel(), "app")).isPresent();
    }

    private static String point(Payment payment, boolean app) {
        if (app) {
            return "app";
        }
        Optional<String> system = payment.customer().device().map(Device::operatingSystem);
        boolean mobile = system.filter(s -> is(s, "android") || is(s, "ios")).isPresent();
        return mobile ? "mweb" : "pc";
    }

    private static boolean is(String text, String expected) {
        return text.toLowerCase(Locale.ROOT).equals(expected);
    }
}
