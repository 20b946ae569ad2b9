package id.dompet.testkit.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.http.Body;
import id.dompet.model.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One JSON object of Contoh's, read strictly: text is text, and no key comes twice. */
public final class Fields {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private final ObjectNode node;

    private Fields(ObjectNode node) {
        this.node = node;
    }

    /** The object in a body; empty if the body is anything else. */
    public static Optional<Fields> read(Body body) {
        try {
            return JSON.readTree(body.text()) instanceof ObjectNode object
                    ? Optional.of(new Fields(object))
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    static Body write(Map<String, String> fields) {
        try {
            return Body.utf8(JSON.writeValueAsString(fields));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can always be written", e);
        }
    }

    /** A text that is not blank. */
    public Optional<String> text(String field) {
        JsonNode value = node.get(field);
        return value != null && value.isTextual()
                ? Optional.of(value.textValue()).filter(text -> !text.isBlank())
                : Optional.empty();
    }

    boolean has(String field) {
        return node.has(field);
    }

    /** A whole number above zero. */
    Optional<Integer> count(String field) {
        JsonNode value = node.get(field);
        return value != null && value.isInt() && value.intValue() > 0
                ? Optional.of(value.intValue())
                : Optional.empty();
    }

    /** The amount that the object speaks of, if both of its fields can be read. */
    public Optional<Money> money() {
        return text("currency").flatMap(currency -> money("amount", currency));
    }

    Optional<Money> money(String field, String currency) {
        try {
            return text(field).map(amount -> Money.of(amount, currency));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The objects in a list; empty if it is no list of objects. */
    Optional<List<Fields>> objects(String field) {
        JsonNode value = node.get(field);
        if (value == null || !value.isArray()) {
            return Optional.empty();
        }
        List<Fields> all = new ArrayList<>();
        for (JsonNode each : value) {
            if (!(each instanceof ObjectNode object)) {
                return Optional.empty();
            }
            all.add(new Fields(object));
        }
        return Optional.of(all);
    }

    /** Everything, for a merchant who wants to look. */
    Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        node.properties()
                .forEach(
                        each ->
                                all.put(
                                        each.getKey(),
                                        each.getValue().isTextual()
                                                ? each.getValue().textValue()
                                                : each.getValue().toString()));
        return all;
    }

    @Override
    public String toString() {
        return "Fields" + node.properties().stream().map(Map.Entry::getKey).toList();
    }
}
