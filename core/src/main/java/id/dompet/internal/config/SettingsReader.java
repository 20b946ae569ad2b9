package id.dompet.internal.config;

import id.dompet.spi.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads declared settings and reports each that is missing or wrong. */
final class SettingsReader {
    /** How a text becomes a value. */
    interface Parser {
        Object parse(Setting setting, String text) throws Unfit;
    }

    private final Lookup lookup;
    private final Problems problems;

    SettingsReader(Lookup lookup, Problems problems) {
        this.lookup = lookup;
        this.problems = problems;
    }

    /** The values that are there and right, by the settings' own keys. */
    Map<String, Object> read(String prefix, List<Setting> settings, Parser parser) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Setting setting : settings) {
            read(prefix + setting.key(), setting, parser)
                    .ifPresent(value -> values.put(setting.key(), value));
        }
        return values;
    }

    private Optional<Object> read(String key, Setting setting, Parser parser) {
        boolean secret = setting.kind() == Setting.Kind.SECRET;
        Given given = secret ? lookup.secret(key) : lookup.plain(key);
        return switch (given.state()) {
            case PRESENT -> parse(key, setting, given.text(), given.where(), parser);
            case BROKEN -> Optional.empty();
            case ABSENT, BLANK -> absent(key, setting, given, parser);
        };
    }

    private Optional<Object> absent(String key, Setting setting, Given given, Parser parser) {
        if (given.state() == Given.State.BLANK && setting.kind() == Setting.Kind.LIST) {
            if (!setting.required()) {
                return Optional.of(List.of());
            }
        } else if (setting.fallback().isPresent()) {
            return parse(key, setting, setting.fallback().get(), ", in the default", parser);
        }
        if (setting.required()) {
            problems.add(key, missing(setting, given), howToSet(key, setting));
        }
        return Optional.empty();
    }

    private Optional<Object> parse(
            String key, Setting setting, String text, String where, Parser parser) {
        try {
            return Optional.of(parser.parse(setting, text));
        } catch (Unfit e) {
            problems.add(key, e.reason() + where, e.suggestion());
            return Optional.empty();
        }
    }

    private static String missing(Setting setting, Given given) {
        String description = setting.description().strip();
        return (given.state() == Given.State.BLANK ? "is blank" + given.where() : "is missing")
                + ": "
                + (description.endsWith(".")
                        ? description.substring(0, description.length() - 1)
                        : description);
    }

    private static String howToSet(String key, Setting setting) {
        String variable = Keys.environmentName(key);
        return switch (setting.kind()) {
            case SECRET ->
                    "set it, or the path of a file that holds it in "
                            + key
                            + Keys.FILE
                            + "; in the environment "
                            + variable
                            + " or "
                            + variable
                            + "_FILE";
            case CHOICE ->
                    "set it to one of "
                            + String.join(", ", setting.choices())
                            + "; in the environment "
                            + variable;
            case TEXT, URI, DURATION, INTEGER, LIST -> "set it; in the environment " + variable;
        };
    }
}
