package id.dompet.testkit.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A way in which some library writes JSON.
 *
 * @param indent what each level is indented with; empty text for one line
 * @param comma between elements of one line
 * @param colon between a name and its value
 * @param text writes a text, quotes included
 * @param number writes a number
 * @param sorted whether names are in alphabetical order
 */
record JsonStyle(
        String indent,
        String comma,
        String colon,
        Function<String, String> text,
        Function<JsonNode, String> number,
        boolean sorted) {

    String write(JsonNode node) {
        StringBuilder out = new StringBuilder();
        write(node, 0, out);
        return out.toString();
    }

    private void write(JsonNode node, int depth, StringBuilder out) {
        if (node instanceof ObjectNode object) {
            Map<String, JsonNode> fields = new LinkedHashMap<>();
            object.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
            List<Runnable> parts = new ArrayList<>();
            (sorted ? new TreeMap<>(fields) : fields)
                    .forEach(
                            (name, value) ->
                                    parts.add(
                                            () -> {
                                                out.append(text.apply(name)).append(colon);
                                                write(value, depth + 1, out);
                                            }));
            enclose('{', '}', parts, depth, out);
        } else if (node instanceof ArrayNode array) {
            List<Runnable> parts = new ArrayList<>();
            array.forEach(value -> parts.add(() -> write(value, depth + 1, out)));
            enclose('[', ']', parts, depth, out);
        } else if (node.isTextual()) {
            out.append(text.apply(node.textValue()));
        } else {
            out.append(node.isNumber() ? number.apply(node) : node.asText());
        }
    }

    private void enclose(
            char open, char close, List<Runnable> parts, int depth, StringBuilder out) {
        out.append(open);
        for (int i = 0; i < parts.size(); i++) {
            out.append(i == 0 ? "" : indent.isEmpty() ? comma : ",").append(line(depth + 1));
            parts.get(i).run();
        }
        out.append(parts.isEmpty() ? "" : line(depth)).append(close);
    }

    private String line(int depth) {
        return indent.isEmpty() ? "" : "\n" + indent.repeat(depth);
    }
}
