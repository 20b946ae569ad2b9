package id.dompet.testkit.conformance.faults;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One part of a JSON text damaged, the rest as it was.
 *
 * @param place which part
 * @param kind how
 */
record JsonDamage(JsonPointer place, Kind kind) {
    /** How a part is damaged. */
    enum Kind {
        /** It is not there. */
        MISSING,
        /** It is {@code null}. */
        NULL,
        /** It is text instead of anything else, a list instead of text. */
        OF_ANOTHER_TYPE,
        /** It is there once more, at the end, as {@code null}. */
        REPEATED
    }

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .build();

    /** Every damage to every part of a text; none if it is not JSON. */
    static List<JsonDamage> of(String text) {
        List<JsonDamage> all = new ArrayList<>();
        for (JsonPointer place : places(text)) {
            for (Kind kind : Kind.values()) {
                if (kind != Kind.REPEATED || place.head().matches()) {
                    all.add(new JsonDamage(place, kind));
                }
            }
        }
        return List.copyOf(all);
    }

    /** The text with the damage; as it is if it has no such part. */
    String applyTo(String text) {
        try {
            JsonNode tree = JSON.readTree(text);
            JsonNode parent = tree.at(place.head());
            String name = place.last().getMatchingProperty();
            if (parent instanceof ObjectNode object && object.has(name)) {
                if (kind == Kind.REPEATED) {
                    String body = JSON.writeValueAsString(tree);
                    String again = "," + JSON.writeValueAsString(name) + ":null}";
                    return body.substring(0, body.length() - 1) + again;
                }
                damage(object, name);
            } else if (parent instanceof ArrayNode array) {
                damage(array, place.last().getMatchingIndex());
            }
            return JSON.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer that was JSON is not any more", e);
        }
    }

    private void damage(ObjectNode object, String name) {
        JsonNode unused =
                switch (kind) {
                    case MISSING -> object.remove(name);
                    case NULL, REPEATED -> object.putNull(name);
                    case OF_ANOTHER_TYPE -> object.set(name, another(object.get(name)));
                };
    }

    private void damage(ArrayNode array, int index) {
        if (index < 0 || index >= array.size()) {
            return;
        }
        JsonNode unused =
                switch (kind) {
                    case MISSING -> array.remove(index);
                    case NULL, REPEATED -> array.setNull(index);
                    case OF_ANOTHER_TYPE -> array.set(index, another(array.get(index)));
                };
    }

    private static JsonNode another(JsonNode value) {
        return value.isTextual()
                ? JSON.createArrayNode().add(7)
                : JSON.getNodeFactory().textNode("x");
    }

    private static List<JsonPointer> places(String text) {
        List<JsonPointer> found = new ArrayList<>();
        try {
            collect(JSON.readTree(text), JsonPointer.empty(), found);
        } catch (JsonProcessingException e) {
            return List.of();
        }
        return found;
    }

    private static void collect(JsonNode node, JsonPointer at, List<JsonPointer> found) {
        if (!at.matches()) {
            found.add(at);
        }
        if (node instanceof ObjectNode object) {
            object.properties()
                    .forEach(
                            field ->
                                    collect(
                                            field.getValue(),
                                            at.appendProperty(field.getKey()),
                                            found));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                collect(array.get(i), at.appendIndex(i), found);
            }
        }
    }

    @Override
    public String toString() {
        String how =
                switch (kind) {
                    case MISSING -> "is missing";
                    case NULL -> "is null";
                    case OF_ANOTHER_TYPE -> "is of another type";
                    case REPEATED -> "is there twice";
                };
        return "the answer's " + place + " " + how;
    }
}
