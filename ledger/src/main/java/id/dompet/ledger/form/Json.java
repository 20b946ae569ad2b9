package id.dompet.ledger.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.model.Money;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** Reading and writing the stored form. What is missing is an error: it was never written so. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static String write(ObjectNode object) {
        try {
            return MAPPER.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored form cannot be written", e);
        }
    }

    static JsonNode read(String text, int version) {
        try {
            JsonNode object = MAPPER.readTree(text);
            int found = object.path("v").asInt(0);
            if (found < 1 || found > version) {
                throw new IllegalStateException(
                        "a stored form has version %d, this release reads up to %d"
                                .formatted(found, version));
            }
            return object;
        } catch (JsonProcessingException e) {
            // Not the cause: its message quotes the text, which is personal.
            throw new IllegalStateException("a stored form cannot be read");
        }
    }

    static String text(JsonNode object, String name) {
        JsonNode value = object.path(name);
        if (!value.isTextual()) {
            throw new IllegalStateException("a stored form has no '" + name + "'");
        }
        return value.textValue();
    }

    static Optional<String> optional(JsonNode object, String name) {
        return object.path(name).isTextual() ? Optional.of(text(object, name)) : Optional.empty();
    }

    static Optional<URI> optionalUri(JsonNode object, String name) {
        return optional(object, name).map(URI::create);
    }

    static Instant instant(JsonNode object, String name) {
        return Instant.parse(text(object, name));
    }

    static ObjectNode of(Money money) {
        return object().put("amount", money.decimalText())
                .put("currency", money.currency().getCurrencyCode());
    }

    static Money money(JsonNode object, String name) {
        JsonNode money = object.path(name);
        return Money.of(text(money, "amount"), text(money, "currency"));
    }

    static void put(ObjectNode object, String name, Optional<?> value) {
        value.ifPresent(present -> object.put(name, present.toString()));
    }
}
