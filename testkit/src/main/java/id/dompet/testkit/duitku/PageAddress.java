package id.dompet.testkit.duitku;

import id.dompet.testkit.PageLinks;
import id.dompet.testkit.SimulatorRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Addresses of the customer's pages, and the way back to the merchant. */
final class PageAddress {

    private PageAddress() {}

    /** A page as the customer reaches it: by the public URL, or by the host the merchant called. */
    static String of(
            DuitkuSettings settings, SimulatorRequest request, String path, String ticket) {
        String base =
                PageLinks.base(
                        Optional.ofNullable(settings.publicUrl()), request, settings.bindAddress());
        return base + path + "?ticket=" + ticket;
    }

    /** A return URL with the parameters of the outcome. */
    static String back(ReturnUrlStyle style, String returnUrl, Map<String, String> parameters) {
        String joint = style == ReturnUrlStyle.AMPERSAND && returnUrl.contains("?") ? "&" : "?";
        // Header values are ASCII, addresses need not be.
        return URI.create(returnUrl).toASCIIString()
                + joint
                + parameters.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + encode(entry.getValue()))
                        .collect(Collectors.joining("&"));
    }

    static boolean isForm(SimulatorRequest request) {
        return request.header("Content-Type")
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .startsWith("application/x-www-form-urlencoded");
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
