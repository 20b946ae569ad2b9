package id.dompet.internal.config;

import id.dompet.model.ProviderId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names in {@code dompet.providers}.
 *
 * @param valid in their order, each once
 * @param mentioned also those that cannot be names, in lower case
 */
record Names(List<ProviderId> valid, Set<String> mentioned) {
    private static final String KEY = Keys.PREFIX + "providers";

    static Names of(List<String> texts, Problems problems) {
        Set<String> mentioned = new TreeSet<>();
        Set<ProviderId> valid = new LinkedHashSet<>();
        Set<String> reserved = Keys.reserved();
        for (String text : texts) {
            if (!mentioned.add(text.toLowerCase(Locale.ROOT))) {
                problems.add(KEY, Values.shown(text) + " is listed twice", "list it once");
            } else if (reserved.contains(text)) {
                problems.add(
                        KEY,
                        Values.shown(text) + " cannot be a provider's name: it has another meaning",
                        "choose another name, such as '" + text + "-1'");
            } else if (isName(text)) {
                valid.add(new ProviderId(text));
            } else {
                problems.add(
                        KEY,
                        Values.shown(text) + " cannot be a provider's name",
                        "begin with a lower-case letter; then lower-case letters, digits and dashes,"
                                + " at most 31 in all");
            }
        }
        return new Names(List.copyOf(valid), mentioned);
    }

    private static boolean isName(String text) {
        try {
            return new ProviderId(text).value().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
