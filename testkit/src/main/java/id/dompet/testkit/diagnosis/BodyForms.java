package id.dompet.testkit.diagnosis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The texts a client may have signed instead of the body it sent, because it wrote the same JSON a
 * second time in another way.
 */
public final class BodyForms {
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .build();

    private static final String REMEDY =
            "Serialise the body once, sign those very bytes, and send those very bytes.";

    /**
     * One form.
     *
     * @param mistake what it means to have signed this one
     * @param text the form
     */
    public record Form(Mistake mistake, String text) {}

    private BodyForms() {}

    /** The body as it was sent, or one of the forms it may have been signed in. */
    public static Knob<String> of(String sent) {
        Knob<String> knob = Knob.right(sent);
        for (Form form : others(sent)) {
            knob = knob.or(form.text(), form.mistake());
        }
        return knob;
    }

    /** The forms of a body other than the one sent, each with the mistake it stands for. */
    public static List<Form> others(String sent) {
        List<Form> forms = new ArrayList<>();
        json(forms, sent);
        add(forms, "empty-body", "The signature is made over an empty body.", "");
        add(
                forms,
                "space-around-body",
                "The signature is made over the body without the blanks or line breaks around it.",
                sent.strip());
        add(
                forms,
                "space-around-body",
                "The signature is made over the body with a line break at its end, which was not"
                        + " sent.",
                sent + "\n");
        return forms;
    }

    private static void json(List<Form> forms, String sent) {
        JsonNode tree;
        try {
            tree = JSON.readTree(sent);
        } catch (JsonProcessingException e) {
            return;
        }
        if (tree == null || tree.isMissingNode()) {
            return;
        }
        Function<String, String> plain = BodyForms::quoted;
        Function<JsonNode, String> exact = JsonNode::asText;
        add(
                forms,
                "minified-body",
                "The signature is made over the minified body, and the body was sent with spaces"
                        + " or line breaks.",
                new JsonStyle("", ",", ":", plain, exact, false).write(tree));
        for (String indent : new String[] {"  ", "    ", "\t"}) {
            for (String colon : new String[] {": ", " : "}) {
                add(
                        forms,
                        "pretty-printed-body",
                        "The signature is made over the pretty-printed body, and the body was sent"
                                + " in another form.",
                        new JsonStyle(indent, ",", colon, plain, exact, false).write(tree));
            }
        }
        add(
                forms,
                "spaced-body",
                "The signature is made over the body with a space after each comma and colon, as"
                        + " Python's json.dumps writes it, and the body was sent without.",
                new JsonStyle("", ", ", ": ", plain, exact, false).write(tree));
        add(
                forms,
                "spaces-in-texts-removed",
                "The signature is made over the body with every space removed, those inside of"
                        + " texts (names, descriptions) as well.",
                new JsonStyle("", ",", ":", plain, exact, false)
                        .write(tree)
                        .replaceAll("\\s+", ""));
        add(
                forms,
                "escaped-slashes",
                "The signature is made over the body with each slash written as \\/, as PHP's"
                        + " json_encode writes it, and the body was sent in another form.",
                new JsonStyle("", ",", ":", text -> quoted(text).replace("/", "\\/"), exact, false)
                        .write(tree));
        add(
                forms,
                "escaped-letters",
                "The signature is made over the body with letters beyond ASCII written as \\u...,"
                        + " and the body was sent in another form.",
                new JsonStyle("", ",", ":", BodyForms::ascii, exact, false).write(tree));
        numbers(forms, tree, plain);
        add(
                forms,
                "sorted-body",
                "The signature is made over the body with its fields in alphabetical order, and"
                        + " the body was sent in another order.",
                new JsonStyle("", ",", ":", plain, exact, true).write(tree));
    }

    private static void numbers(List<Form> forms, JsonNode tree, Function<String, String> plain) {
        for (Function<JsonNode, String> number :
                List.<Function<JsonNode, String>>of(
                        node -> plainNumber(node.decimalValue()),
                        node -> withDecimals(node.decimalValue(), 1),
                        node -> withDecimals(node.decimalValue(), 2))) {
            add(
                    forms,
                    "re-serialised-number",
                    "The signature is made over the body with a number written in another way"
                            + " (10000, 10000.0 and 10000.00 are different texts), because the"
                            + " body was parsed and written again between signing and sending.",
                    new JsonStyle("", ",", ":", plain, number, false).write(tree));
        }
    }

    private static void add(List<Form> forms, String name, String what, String text) {
        if (forms.stream().noneMatch(known -> known.text().equals(text))) {
            forms.add(new Form(new Mistake(name, what, REMEDY), text));
        }
    }

    private static String plainNumber(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String withDecimals(BigDecimal number, int decimals) {
        return number.stripTrailingZeros().scale() > decimals
                ? number.toPlainString()
                : number.setScale(decimals).toPlainString();
    }

    private static String quoted(String text) {
        return JsonNodeFactory.instance.textNode(text).toString();
    }

    private static String ascii(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : quoted(text).toCharArray()) {
            out.append(c < 128 ? String.valueOf(c) : "\\u%04x".formatted((int) c));
        }
        return out.toString();
    }
}
