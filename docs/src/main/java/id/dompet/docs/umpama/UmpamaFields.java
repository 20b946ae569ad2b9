package id.dompet.docs.umpama;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.http.Body;
import id.dompet.model.Money;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One JSON object of Umpama's. Unknown fields are kept; a field that comes twice is refused. */
final class UmpamaFields {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private final ObjectNode node;

    private UmpamaFields(ObjectNode node) {
        this.node = node;
    }

    /** The object in a body; empty if the body is anything else. */
    static Optional<UmpamaFields> read(Body body) {
        try {
            return JSON.readTree(body.text()) instanceof ObjectNode object
                    ? Optional.of(new UmpamaFields(object))
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** A text that is not blank. */
    Optional<String> text(String field) {
        JsonNode value = node.get(field);
        return value != null && value.isTextual()
                ? Optional.of(value.textValue()).filter(text -> !text.isBlank())
                : Optional.empty();
    }

    /** The amount that the object speaks of; empty unless both of its fields can be read. */
    Optional<Money> amount() {
        return text("currency").flatMap(currency -> money("amount", currency));
    }

    /** Decimal text, never a double. */
    Optional<Money> money(String field, String currency) {
        try {
            return text(field).map(amount -> Money.of(amount, currency));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    boolean has(String field) {
        return node.has(field);
    }

    /** Everything, for a merchant who wants to look. */
    Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        node.properties().forEach(each -> all.put(each.getKey(), each.getValue().asText()));
        return all;
    }
}
