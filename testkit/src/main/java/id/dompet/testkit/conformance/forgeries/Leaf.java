package id.dompet.testkit.conformance.forgeries;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One value in a body, found without knowing the protocol: JSON, form, XML or anything divided by
 * signs. Bodies are handled as ISO-8859-1, which keeps every byte as it is.
 *
 * @param name what stands before it; its position where nothing does
 * @param start where the value begins, without quotes
 * @param end where it ends
 */
record Leaf(String name, int start, int end) {
    private static final String STRING = "\"((?:[^\"\\\\]|\\\\.)*)\"";
    private static final Pattern JSON =
            Pattern.compile("(?s)" + STRING + "\\s*(:?)|(-?[0-9][0-9.eE+-]*|true|false|null)");
    private static final Pattern FORM = Pattern.compile("([^&=]*)=([^&]*)");
    private static final Pattern XML = Pattern.compile("<([^<>/?! ]+)[^<>]*>([^<>]+)</");
    private static final Pattern WORD = Pattern.compile("[^\\s|;,:]+");

    /** Every value of a body. */
    static List<Leaf> of(String body) {
        String start = body.stripLeading();
        if (start.startsWith("{") || start.startsWith("[")) {
            return json(body);
        }
        if (start.startsWith("<")) {
            return named(XML.matcher(body));
        }
        return body.indexOf('=') > 0 ? named(FORM.matcher(body)) : words(body);
    }

    private static List<Leaf> json(String body) {
        List<Leaf> leaves = new ArrayList<>();
        String name = "";
        Matcher token = JSON.matcher(body);
        while (token.find()) {
            if (token.group(3) != null) {
                leaves.add(new Leaf(name, token.start(3), token.end(3)));
            } else if (token.group(2).isEmpty()) {
                leaves.add(new Leaf(name, token.start(1), token.end(1)));
            } else {
                name = token.group(1);
            }
        }
        return leaves;
    }

    private static List<Leaf> named(Matcher pair) {
        List<Leaf> leaves = new ArrayList<>();
        while (pair.find()) {
            leaves.add(new Leaf(pair.group(1), pair.start(2), pair.end(2)));
        }
        return leaves;
    }

    private static List<Leaf> words(String body) {
        List<Leaf> leaves = new ArrayList<>();
        Matcher word = WORD.matcher(body);
        while (word.find()) {
            leaves.add(new Leaf("value " + (leaves.size() + 1), word.start(), word.end()));
        }
        return leaves;
    }

    /** The value itself. */
    String in(String body) {
        return body.substring(start, end);
    }

    /** The body with another value in this place. */
    String replaced(String body, String value) {
        return body.substring(0, start) + value + body.substring(end);
    }
}
