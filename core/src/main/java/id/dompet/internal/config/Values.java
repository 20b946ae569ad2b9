package id.dompet.internal.config;

import id.dompet.model.Secret;
import id.dompet.spi.Setting;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Turns text into a value of a setting's kind. */
final class Values {
    private static final int SHOWN = 60;

    private Values() {}

    static Object parse(Setting setting, String text) throws Unfit {
        if (setting.kind() == Setting.Kind.SECRET) {
            return secret(text);
        }
        String value = text.strip();
        return switch (setting.kind()) {
            case URI -> Addresses.endpoint(value);
            case DURATION -> duration(value);
            case INTEGER -> integer(value);
            case CHOICE -> choice(setting, value);
            case LIST -> list(value);
            case TEXT, SECRET -> value;
        };
    }

    /** The value of a setting that is no secret, fit for one line. */
    static String shown(String value) {
        String line = value.replaceAll("\\p{Cntrl}", "?");
        return "'" + (line.length() > SHOWN ? line.substring(0, SHOWN) + "..." : line) + "'";
    }

    private static Secret secret(String text) throws Unfit {
        if (isBlank(text.charAt(0)) || isBlank(text.charAt(text.length() - 1))) {
            throw new Unfit(
                    "has blanks or line breaks around it, which would make every signature wrong",
                    "remove what stands before and after the secret");
        }
        return Secret.of(text);
    }

    /** Also what copying from a web page or saving in an editor leaves behind, all invisible. */
    private static boolean isBlank(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT
                || Character.isISOControl(c);
    }

    private static Duration duration(String value) throws Unfit {
        String example = "write for example 500ms, 20s, 15m, 2h, 1d or PT20S";
        Optional<Duration> parsed = Durations.parse(value);
        if (parsed.isEmpty()) {
            throw new Unfit(shown(value) + " is not a time span", example);
        }
        Duration duration = parsed.get();
        if (duration.isNegative() || duration.isZero()) {
            throw new Unfit(shown(value) + " is not longer than nothing", example);
        }
        if (duration.compareTo(Durations.LONGEST) > 0) {
            throw new Unfit(shown(value) + " is longer than a hundred years", example);
        }
        return duration;
    }

    private static Integer integer(String value) throws Unfit {
        // parseInt would take digits of other scripts and a plus sign as well.
        if (!value.matches("-?[0-9]{1,18}")) {
            throw new Unfit(shown(value) + " is not a whole number", "write digits only");
        }
        long number = Long.parseLong(value);
        if (number != (int) number) {
            throw new Unfit(shown(value) + " is too large", "write a smaller number");
        }
        return (int) number;
    }

    private static String choice(Setting setting, String value) throws Unfit {
        List<String> choices = setting.choices();
        if (!choices.contains(value)) {
            String choose = "choose one of " + String.join(", ", choices);
            throw new Unfit(
                    shown(value) + " is not one of the choices",
                    Closest.to(value, choices, 0)
                            .map(near -> "did you mean '" + near + "'? " + choose)
                            .orElse(choose));
        }
        return value;
    }

    static List<String> list(String value) throws Unfit {
        if (value.isEmpty()) {
            return List.of();
        }
        List<String> items = Arrays.stream(value.split(",", -1)).map(String::strip).toList();
        if (items.stream().anyMatch(String::isEmpty)) {
            throw new Unfit("has nothing before or after a comma", "remove the spare comma");
        }
        return items;
    }
}
