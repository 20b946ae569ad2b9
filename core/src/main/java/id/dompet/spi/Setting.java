package id.dompet.spi;

import java.util.List;
import java.util.Optional;

/**
 * One declared setting of a provider type. Core validates it, hides it if it is secret, and prints
 * it in the configuration reference.
 *
 * @param key lower-case words with dashes, e.g. {@code api-key}; the merchant writes {@code
 *     dompet.<instance>.api-key}
 * @param kind what its text must look like
 * @param required whether a value must be given
 * @param fallback the value when none is given
 * @param choices the values allowed, for {@link Kind#CHOICE} only
 * @param description one sentence: what it is and where to find it
 */
public record Setting(
        String key,
        Kind kind,
        boolean required,
        Optional<String> fallback,
        List<String> choices,
        String description) {

    /** What a value must look like. */
    public enum Kind {
        /** Any text that is not blank. */
        TEXT,
        /** Text that is never printed; also read from a file. */
        SECRET,
        /** An absolute URL: https, or http to this machine. */
        URI,
        /** A time span such as {@code 500ms}, {@code 20s}, {@code 15m}, {@code 2h}, {@code 1d}. */
        DURATION,
        /** A whole number, e.g. {@code 64}; its limits belong into the description. */
        INTEGER,
        /** One of the declared choices. */
        CHOICE,
        /** Texts separated by commas; may be empty. */
        LIST
    }

    /** Checks the declaration. */
    public Setting {
        choices = List.copyOf(choices);
        if (!key.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException(
                    "setting keys are lower-case words with dashes: '" + key + "'");
        }
        if (description.isBlank()) {
            throw new IllegalArgumentException("setting '" + key + "' has no description");
        }
        if ((kind == Kind.CHOICE) == choices.isEmpty()) {
            throw new IllegalArgumentException(
                    "setting '" + key + "': choices belong to kind CHOICE");
        }
    }

    /** Required text. */
    public static Setting text(String key, String description) {
        return required(key, Kind.TEXT, description);
    }

    /** A required secret. */
    public static Setting secret(String key, String description) {
        return required(key, Kind.SECRET, description);
    }

    /** A required URL. */
    public static Setting uri(String key, String description) {
        return required(key, Kind.URI, description);
    }

    /** A time span with a default. */
    public static Setting duration(String key, String fallback, String description) {
        return new Setting(
                key, Kind.DURATION, false, Optional.of(fallback), List.of(), description);
    }

    /** A whole number with a default. */
    public static Setting integer(String key, int fallback, String description) {
        return new Setting(
                key,
                Kind.INTEGER,
                false,
                Optional.of(Integer.toString(fallback)),
                List.of(),
                description);
    }

    /** One of several values, the first being the default. */
    public static Setting choice(String key, List<String> choices, String description) {
        return new Setting(
                key, Kind.CHOICE, false, Optional.of(choices.get(0)), choices, description);
    }

    /** Texts separated by commas, empty by default. */
    public static Setting list(String key, String description) {
        return new Setting(key, Kind.LIST, false, Optional.of(""), List.of(), description);
    }

    /** The same setting, which need not be given and has no default. */
    public Setting optional() {
        return new Setting(key, kind, false, Optional.empty(), choices, description);
    }

    /** The same setting with a default. */
    public Setting orElse(String value) {
        return new Setting(key, kind, false, Optional.of(value), choices, description);
    }

    private static Setting required(String key, Kind kind, String description) {
        return new Setting(key, kind, true, Optional.empty(), List.of(), description);
    }
}
