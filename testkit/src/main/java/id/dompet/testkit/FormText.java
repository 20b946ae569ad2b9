package id.dompet.testkit;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads and writes {@code application/x-www-form-urlencoded} text, in UTF-8. */
public final class FormText {

    private FormText() {}

    /** The fields in order; of a name that occurs twice the last value. */
    public static Map<String, String> read(String encoded) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : encoded.split("&", -1)) {
            int mark = pair.indexOf('=');
            if (mark > 0) {
                fields.put(decode(pair.substring(0, mark)), decode(pair.substring(mark + 1)));
            }
        }
        return fields;
    }

    /** The text of these fields. */
    public static String write(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
