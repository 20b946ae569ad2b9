package id.dompet.provider.duitku;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.model.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object of Duitku's, read leniently: field names in any case (the documents spell several
 * in two ways), numbers or text for amounts. {@code toString} shows no content.
 */
final class JsonObject {
    private static final Currency IDR = Currency.getInstance("IDR");

    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,20}(\\.[0-9]{1,10})?");

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

    /** Rupiah, from a number or from text; empty if absent, null or blank. */
    Optional<Money> rupiah(String field) throws Unreadable {
        JsonNode value = value(field);
        if (value == null || value.isNull() || (value.isTextual() && value.asText().isBlank())) {
            return Optional.empty();
        }
        try {
            if (value.isNumber()) {
                return Optional.of(rupiah(value.decimalValue()));
            }
            if (value.isTextual() && DECIMAL.matcher(value.asText()).matches()) {
                return Optional.of(rupiah(new BigDecimal(value.asText())));
            }
        } catch (IllegalArgumentException e) {
            throw new Unreadable(field);
        }
        throw new Unreadable(field);
    }

    /** Three decimals are thousands, written the Indonesian way: "25.000" is not 25 rupiah. */
    private static Money rupiah(BigDecimal amount) {
        if (amount.scale() > 2) {
            throw new IllegalArgumentException("more than two decimals");
        }
        return new Money(amount, IDR);
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

    /** The only one of this name in any case. */
    private @Nullable JsonNode value(String field) {
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
