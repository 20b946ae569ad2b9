package id.dompet.sandbox.console;

import id.dompet.sandbox.web.Refused;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads names that people and scripts write. */
final class Names {
    private Names() {}

    /** A constant, in any case and with hyphens or underscores. */
    static <E extends Enum<E>> E of(Class<E> type, String text, String what) {
        String wanted = text.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(wanted))
                .findFirst()
                .orElseThrow(
                        () ->
                                Refused.bad(
                                        "There is no %s \"%s\"; choose from %s."
                                                .formatted(what, text, all(type))));
    }

    static Refused noPhone() {
        return Refused.bad("That is not an Indonesian mobile number; write it like 081234567890.");
    }

    private static <E extends Enum<E>> String all(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
    }
}
