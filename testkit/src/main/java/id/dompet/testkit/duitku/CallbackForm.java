package id.dompet.testkit.duitku;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The parameters of a callback, in order, names possibly repeated. Immutable. */
final class CallbackForm {

    private final List<Map.Entry<String, String>> fields;

    CallbackForm(List<Map.Entry<String, String>> fields) {
        this.fields = List.copyOf(fields);
    }

    /** The parameters of a form-encoded text that has nothing wrong with it. */
    static CallbackForm read(String encoded) {
        return new CallbackForm(
                Arrays.stream(encoded.split("&", -1))
                        .map(pair -> pair.split("=", 2))
                        .map(pair -> Map.entry(decode(pair[0]), decode(pair[1])))
                        .toList());
    }

    List<Map.Entry<String, String>> fields() {
        return fields;
    }

    String value(String name) {
        return fields.stream()
                .filter(field -> field.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    CallbackForm with(String name, String value) {
        return new CallbackForm(
                fields.stream()
                        .map(field -> field.getKey().equals(name) ? Map.entry(name, value) : field)
                        .toList());
    }

    CallbackForm plus(String name, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(fields);
        more.add(Map.entry(name, value));
        return new CallbackForm(more);
    }

    CallbackForm without(String name) {
        return new CallbackForm(
                fields.stream().filter(field -> !field.getKey().equals(name)).toList());
    }

    String encoded() {
        return fields.stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
