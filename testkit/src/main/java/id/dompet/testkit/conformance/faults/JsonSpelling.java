package id.dompet.testkit.conformance.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.testkit.SimulatorAnswer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Another way to write the same JSON, or the same with something new in it. */
public enum JsonSpelling {
    /** Line breaks and spaces between everything. */
    PRETTY("with line breaks and spaces"),
    /** Fields in the opposite order. */
    REVERSED("with its fields in another order"),
    /** Every character of names and texts as an escape sequence. */
    ESCAPED("with escaped characters"),
    /** One more field in every object. */
    EXTENDED("with fields that are new");

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .build();
    private static final ObjectMapper ESCAPING = JSON.copy();

    static {
        ESCAPING.getFactory().setCharacterEscapes(new EscapeEverything());
    }

    private final String words;

    JsonSpelling(String words) {
        this.words = words;
    }

    /** The same answer in this spelling; as it is if it is not JSON. */
    public SimulatorAnswer applyTo(SimulatorAnswer answer) {
        try {
            JsonNode tree = JSON.readTree(answer.text());
            return tree instanceof ObjectNode || tree instanceof ArrayNode
                    ? answer.withBody(write(tree))
                    : answer;
        } catch (JsonProcessingException e) {
            return answer;
        }
    }

    private String write(JsonNode tree) throws JsonProcessingException {
        return switch (this) {
            case PRETTY -> JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree);
            case REVERSED -> JSON.writeValueAsString(reversed(tree));
            case ESCAPED -> ESCAPING.writeValueAsString(tree);
            case EXTENDED -> JSON.writeValueAsString(extended(tree));
        };
    }

    private static JsonNode reversed(JsonNode node) {
        if (node instanceof ObjectNode object) {
            List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(object.properties());
            Collections.reverse(fields);
            ObjectNode copy = JSON.createObjectNode();
            fields.forEach(field -> copy.set(field.getKey(), reversed(field.getValue())));
            return copy;
        }
        return node;
    }

    private static JsonNode extended(JsonNode node) {
        node.forEach(JsonSpelling::extended);
        if (node instanceof ObjectNode object) {
            object.putObject("fieldOfNextYear")
                    .put("text", "new")
                    .putArray("list")
                    .add(1)
                    .addNull();
        }
        return node;
    }

    @Override
    public String toString() {
        return words;
    }

    /** Letters and digits too. */
    private static final class EscapeEverything extends CharacterEscapes {
        private static final long serialVersionUID = 1L;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = new int[128];
            Arrays.fill(codes, CharacterEscapes.ESCAPE_STANDARD);
            return codes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return null;
        }
    }
}
