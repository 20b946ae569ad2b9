package id.dompet.testkit.duitku;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.testkit.FormText;
import id.dompet.testkit.SimulatorRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The fields of a request, read as leniently as the provider reads them: names in any case, numbers
 * as number or string, unknown names ignored.
 */
final class RequestFields {

    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final Map<String, JsonNode> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private RequestFields() {}

    /** No fields at all. */
    static RequestFields none() {
        return new RequestFields();
    }

    /** The fields of a JSON object; empty when the body is not one. */
    static Optional<RequestFields> json(byte[] body) {
        try {
            JsonNode tree = JSON.readTree(body);
            return tree instanceof ObjectNode ? Optional.of(of(tree)) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The fields of a form or of a query. */
    static RequestFields form(String encoded) {
        RequestFields fields = new RequestFields();
        FormText.read(encoded)
                .forEach(
                        (name, value) ->
                                fields.values.put(name, JSON.getNodeFactory().textNode(value)));
        return fields;
    }

    /** JSON or form, as the content type says; JSON when it says nothing. */
    static Optional<RequestFields> jsonOrForm(SimulatorRequest request) {
        String type = request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        return type.startsWith("application/x-www-form-urlencoded")
                ? Optional.of(form(request.text()))
                : json(request.body());
    }

    private static RequestFields of(JsonNode object) {
        RequestFields fields = new RequestFields();
        object.properties().forEach(entry -> fields.values.put(entry.getKey(), entry.getValue()));
        return fields;
    }

    /** The first of these names that has a value, as text; empty string when none has. */
    String text(String... names) {
        for (String name : names) {
            JsonNode value = values.get(name);
            if (value != null && value.isValueNode() && !value.isNull()) {
                return value.asText();
            }
        }
        return "";
    }

    boolean flag(String name) {
        return Boolean.parseBoolean(text(name));
    }

    /** A whole number, written as number or string, without decimals. */
    Optional<Long> wholeNumber(String name) {
        String text = text(name).strip();
        try {
            return text.matches("-?\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A nested object; without fields when there is none. */
    Optional<RequestFields> object(String name) {
        JsonNode value = values.get(name);
        return value instanceof ObjectNode ? Optional.of(of(value)) : Optional.empty();
    }

    /** The objects of a nested array. */
    List<RequestFields> objects(String name) {
        List<RequestFields> list = new ArrayList<>();
        JsonNode value = values.get(name);
        if (value != null && value.isArray()) {
            value.forEach(element -> list.add(of(element)));
        }
        return list;
    }
}
