package id.dompet.testkit.doku;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.testkit.PageLinks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The fields of a JSON body. What is missing is refused with 400xx02, what is malformed with
 * 400xx01, both naming the field; unknown fields are ignored.
 */
final class SnapFields {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final JsonNode object;
    private final String prefix;

    private SnapFields(JsonNode object, String prefix) {
        this.object = object;
        this.prefix = prefix;
    }

    /** The object in the body; refuses anything else with 400xx00. */
    static SnapFields read(byte[] body) {
        try {
            JsonNode tree = JSON.readTree(body);
            if (tree instanceof ObjectNode) {
                return new SnapFields(tree, "");
            }
        } catch (IOException e) {
            throw Refusal.because(SnapCase.BAD_REQUEST, "The body is not JSON");
        }
        throw Refusal.because(SnapCase.BAD_REQUEST, "The body is not a JSON object");
    }

    static SnapFields none() {
        return new SnapFields(JSON.createObjectNode(), "");
    }

    String path(String name) {
        return prefix + name;
    }

    boolean has(String name) {
        JsonNode value = object.path(name);
        return !value.isMissingNode()
                && !value.isNull()
                && !(value.isTextual() && value.textValue().isEmpty());
    }

    /** A required text of so many characters. */
    String text(String name, int min, int max) {
        if (!has(name)) {
            throw Refusal.missing(path(name));
        }
        JsonNode value = object.path(name);
        if (!value.isTextual()
                || value.textValue().length() < min
                || value.textValue().length() > max) {
            throw Refusal.format(path(name));
        }
        return value.textValue();
    }

    String text(String name, DokuChannel.Lengths lengths) {
        return text(name, lengths.min(), lengths.max());
    }

    Optional<String> optionalText(String name, int max) {
        return has(name) ? Optional.of(text(name, 1, max)) : Optional.empty();
    }

    /** A required text that matches. */
    String matching(String name, Pattern pattern) {
        String value = text(name, 1, Integer.MAX_VALUE);
        if (!pattern.matcher(value).matches()) {
            throw Refusal.format(path(name));
        }
        return value;
    }

    /** A required text that is one of these. */
    String choice(String name, List<String> allowed) {
        String value = text(name, 1, Integer.MAX_VALUE);
        if (!allowed.contains(value)) {
            throw Refusal.format(path(name));
        }
        return value;
    }

    Optional<String> optionalChoice(String name, List<String> allowed) {
        return has(name) ? Optional.of(choice(name, allowed)) : Optional.empty();
    }

    /** A required address that a browser can be sent to. */
    String address(String name, int max) {
        String value = text(name, 1, max);
        if (!PageLinks.isAddress(value)) {
            throw Refusal.format(path(name));
        }
        return value;
    }

    /** A required amount of money, in whole rupiah. */
    long money(String name) {
        SnapFields money = object(name);
        long amount = Rupiah.parse(money.text("value", 1, Integer.MAX_VALUE), money.path("value"));
        if (!money.text("currency", 3, 3).equals(Rupiah.CURRENCY)) {
            throw Refusal.format(money.path("currency"));
        }
        return amount;
    }

    Optional<Long> optionalMoney(String name) {
        return has(name) ? Optional.of(money(name)) : Optional.empty();
    }

    /** A required object. */
    SnapFields object(String name) {
        if (!has(name)) {
            throw Refusal.missing(path(name));
        }
        return optionalObject(name);
    }

    /** An object; without fields when there is none. An empty text counts as none. */
    SnapFields optionalObject(String name) {
        JsonNode value = object.path(name);
        if (!has(name)) {
            return new SnapFields(JSON.createObjectNode(), path(name) + ".");
        }
        if (!value.isObject()) {
            throw Refusal.format(path(name));
        }
        return new SnapFields(value, path(name) + ".");
    }

    /** A required array of at least one object. */
    List<SnapFields> objects(String name) {
        JsonNode value = object.path(name);
        if (!has(name) || (value.isArray() && value.isEmpty())) {
            throw Refusal.missing(path(name));
        }
        List<SnapFields> list = new ArrayList<>();
        for (JsonNode element : value) {
            if (!element.isObject()) {
                throw Refusal.format(path(name));
            }
            list.add(new SnapFields(element, path(name) + "[" + list.size() + "]."));
        }
        if (list.isEmpty()) {
            throw Refusal.format(path(name));
        }
        return list;
    }

    /** A required whole number, written as number or as text. */
    void wholeNumber(String name) {
        if (!has(name)) {
            throw Refusal.missing(path(name));
        }
        if (!object.path(name).asText().matches("\\d{1,9}")) {
            throw Refusal.format(path(name));
        }
    }
}
