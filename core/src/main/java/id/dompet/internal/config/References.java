package id.dompet.internal.config;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces {@code ${env:NAME}}, once: what comes from the environment is taken as it is. */
final class References {
    private static final Pattern DOLLAR =
            Pattern.compile("\\$\\$\\{|\\$\\{env:([A-Za-z_][A-Za-z0-9_]*)\\}|\\$\\{");

    private final Map<String, String> environment;
    private final Problems problems;

    References(Map<String, String> environment, Problems problems) {
        this.environment = environment;
        this.problems = problems;
    }

    /** Nothing if a problem was reported. */
    Optional<String> replace(String key, Layer.Entry entry) {
        int before = problems.count();
        StringBuilder out = new StringBuilder();
        Matcher matcher = DOLLAR.matcher(entry.text());
        while (matcher.find()) {
            matcher.appendReplacement(out, "");
            out.append(replacement(key, entry, matcher));
        }
        matcher.appendTail(out);
        return problems.count() == before ? Optional.of(out.toString()) : Optional.empty();
    }

    private String replacement(String key, Layer.Entry entry, Matcher matcher) {
        String name = matcher.group(1);
        if (name != null) {
            String value = environment.get(name);
            if (value == null) {
                problems.add(
                        key,
                        "refers to the environment variable "
                                + name
                                + ", which is not set"
                                + entry.where(),
                        "set " + name);
                return "";
            }
            return value;
        }
        if (matcher.group().equals("${")) {
            problems.add(
                    key,
                    "has '${' that begins no complete ${env:NAME}" + entry.where(),
                    "only environment variables can be referred to; write $${ for a plain ${");
            return "";
        }
        return "${";
    }
}
