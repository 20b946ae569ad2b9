package id.dompet.sandbox.web;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Text in addresses and in forms. */
public final class UrlText {
    private UrlText() {}

    /** One segment of a path, or one value of a query, encoded. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static String decodeSegment(String segment) {
        return decode(segment.replace("+", "%2B"));
    }

    /** The fields of a query or a form; of a repeated one, the last. */
    static Map<String, String> fields(String encoded) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : encoded.split("&", -1)) {
            int mark = pair.indexOf('=');
            String name = decode(mark < 0 ? pair : pair.substring(0, mark));
            if (!name.isEmpty()) {
                fields.put(name, mark < 0 ? "" : decode(pair.substring(mark + 1)));
            }
        }
        return fields;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refused.bad("The address or the form has a % that stands for nothing.");
        }
    }
}
