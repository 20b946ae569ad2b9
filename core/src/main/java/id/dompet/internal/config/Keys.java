package id.dompet.internal.config;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How settings are called. */
public final class Keys {
    /** What every key begins with. */
    static final String PREFIX = "dompet.";

    /** What every route begins with. */
    static final String ROUTE = "dompet.route.";

    /** What a secret's key ends with when the value is the path of a file. */
    static final String FILE = "-file";

    private static final Pattern UNUSUAL = Pattern.compile("[^A-Za-z0-9._-]");
    private static final Pattern DOTTED = Pattern.compile("[a-z][a-z0-9-]*(\\.[A-Za-z0-9_-]+)+");
    private static final int LONGEST = 100;

    private Keys() {}

    /**
     * The environment variable that stands for a key: {@code DOMPET_DUITKU_API_KEY} for {@code
     * dompet.duitku.api-key}.
     */
    public static String environmentName(String key) {
        return key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** Names that no instance may have, since they are the beginnings of other keys. */
    static Set<String> reserved() {
        return Stream.concat(
                        Stream.of("route", "http"),
                        CoreSettings.declared().stream().map(setting -> setting.key()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A key without what cannot belong to one: a value may have slipped into it. */
    static String printable(String key) {
        if (!key.startsWith(PREFIX) && !key.startsWith("DOMPET_") && !isDotted(key)) {
            return "***";
        }
        String[] parts = UNUSUAL.split(key, 2);
        String first = parts[0];
        if (first.length() > LONGEST) {
            return first.substring(0, LONGEST) + "...";
        }
        return parts.length == 1 ? first : first + "...";
    }

    /** Whether it looks like a key of somebody's, and not like a piece of a value. */
    static boolean isDotted(String key) {
        return key.length() <= LONGEST && DOTTED.matcher(key).matches();
    }
}
