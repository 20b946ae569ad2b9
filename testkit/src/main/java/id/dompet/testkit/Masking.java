package id.dompet.testkit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shortens what must not appear whole in logs and assertion messages. */
public final class Masking {

    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{7,}");

    private Masking() {}

    /** Keeps the first four and the last two digits of every number of seven or more digits. */
    public static String phone(String text) {
        return LONG_NUMBER
                .matcher(text)
                .replaceAll(
                        match -> {
                            String digits = match.group();
                            return Matcher.quoteReplacement(
                                    digits.substring(0, 4)
                                            + "*".repeat(digits.length() - 6)
                                            + digits.substring(digits.length() - 2));
                        });
    }

    /** Keeps the first four characters of a secret that is long enough to spare them. */
    public static String secret(String text) {
        return text.length() < 16 ? "****" : text.substring(0, 4) + "****";
    }
}
