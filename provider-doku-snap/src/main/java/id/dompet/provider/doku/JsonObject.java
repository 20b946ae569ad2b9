package id.dompet.provider.doku;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.model.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object of DOKU's, read leniently: field names in any case (the pages spell several in two
 * ways), text or numbers alike, an empty text where an object is expected (the token answers do
 * that). {@code toString} shows no content.
 */
final class JsonObject {
    private final ObjectNode node;

    JsonObject(ObjectNode node) {
        this.node = node;
    }

    /** Thrown for a field that is there and has no reading; names the field, never its value. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String field) {
            super("the field '" + field + "' cannot be read");
        }
    }

    /** Text, or a whole number as text; empty if absent, null, blank or something else. */
    Optional<String> text(String field) {
        JsonNode value = value(field);
        if (value == null || !(value.isTextual() || value.isIntegralNumber())) {
            return Optional.empty();
        }
        return Optional.of(value.asText()).filter(text -> !text.isBlank());
    }

    /** The first of these fields that has text. */
    Optional<String> firstText(String... fields) {
        for (String field : fields) {
            Optional<String> text = text(field);
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    /**
     * An amount of the form {@code {"value":"10000.00","currency":"IDR"}}; empty if the field is
     * absent or null.
     */
    Optional<Money> money(String field) throws Unreadable {
        JsonNode value = value(field);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!(value instanceof ObjectNode object)) {
            throw new Unreadable(field);
        }
        JsonNode amount = new JsonObject(object).value("value");
        Optional<String> currency = new JsonObject(object).text("currency");
        if (amount == null || currency.isEmpty()) {
            throw new Unreadable(field);
        }
        try {
            String text =
                    amount.isNumber() ? amount.decimalValue().toPlainString() : amount.asText();
            return Optional.of(Money.of(text, currency.get()));
        } catch (IllegalArgumentException e) {
            throw new Unreadable(field);
        }
    }

    /** The object in a field; empty if it is anything else. */
    Optional<JsonObject> object(String field) {
        return value(field) instanceof ObjectNode object
                ? Optional.of(new JsonObject(object))
                : Optional.empty();
    }

    /** The objects in a list; empty if the field is absent or no list. */
    Optional<List<JsonObject>> objects(String field) {
        JsonNode value = value(field);
        if (value == null || !value.isArray()) {
            return Optional.empty();
        }
        List<JsonObject> found = new ArrayList<>();
        for (JsonNode each : value) {
            if (each instanceof ObjectNode object) {
                found.add(new JsonObject(object));
            }
        }
        return Optional.of(found);
    }

    /** Every text and number, those of nested objects with a dotted name. */
    void flattenInto(Map<String, String> fields, String prefix) {
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            String name = prefix + each.getKey();
            if (each.getValue() instanceof ObjectNode object) {
                new JsonObject(object).flattenInto(fields, name + ".");
            } else if (each.getValue().isValueNode() && !each.getValue().isNull()) {
                fields.put(name, each.getValue().asText());
            } else if (each.getValue().isArray()) {
                fields.put(name, each.getValue().toString());
            }
        }
    }

    /** The exact name if it is there, else the only one that differs in case. */
    private @Nullable JsonNode value(String field) {
        JsonNode exact = node.get(field);
        if (exact != null) {
            return exact;
        }
        JsonNode found = null;
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            if (each.getKey().equalsIgnoreCase(field)) {
                if (found != null) {
                    return null; // two spellings, two values: no reading is better than the other
                }
                found = each.getValue();
            }
        }
        return found;
    }

    @Override
    public String toString() {
        return "JsonObject[" + node.size() + " fields]";
    }
}
