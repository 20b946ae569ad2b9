package id.dompet.provider.duitku;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.http.Body;
import java.io.IOException;
import java.util.Optional;

/**
 * Writes requests and reads answers. Reading refuses what has two readings (repeated names, text
 * after the end) and what only serves to exhaust memory. Thread-safe.
 */
final class DuitkuJson {
    private static final StreamReadConstraints LIMITS =
            StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxStringLength(32 * 1024)
                    .maxNumberLength(64)
                    .build();

    private final JsonMapper mapper =
            JsonMapper.builder(JsonFactory.builder().streamReadConstraints(LIMITS).build())
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    // Characters beyond the BMP as they are: no document of the provider shows
                    // escapes.
                    .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                    .build();

    ObjectNode object() {
        return mapper.createObjectNode();
    }

    /** The bytes to sign and send: written once, never again. */
    Body write(ObjectNode node) {
        try {
            return Body.written(out -> mapper.writeValue(out, node));
        } catch (IOException e) {
            throw new IllegalStateException("a tree of plain values could not be written");
        }
    }

    /** The object in these bytes; empty if they are anything but one readable object. */
    Optional<JsonObject> read(Body body) {
        try {
            JsonNode node = mapper.readTree(body.stream());
            return node instanceof ObjectNode object
                    ? Optional.of(new JsonObject(object))
                    : Optional.empty();
        } catch (IOException e) {
            // Dropped on purpose: the parser's message may quote what it read.
            return Optional.empty();
        }
    }
}
