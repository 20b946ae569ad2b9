package id.dompet.testkit;

import java.util.Optional;
import java.util.regex.Pattern;

/** Indonesian mobile numbers in the spellings people use. */
public final class PhoneNumbers {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s().-]");
    private static final Pattern LOCAL = Pattern.compile("08[1-9]\\d{6,11}");

    private PhoneNumbers() {}

    /**
     * The local form: {@code 0812...}, {@code 62812...}, {@code +62 812-...} and {@code 812...} all
     * as {@code 0812...}; empty when the text is no such number.
     */
    public static Optional<String> toLocal(String text) {
        String digits = SEPARATORS.matcher(text.strip()).replaceAll("");
        if (digits.startsWith("+62")) {
            digits = national(digits.substring(3));
        } else if (digits.startsWith("62")) {
            digits = national(digits.substring(2));
        } else if (digits.startsWith("8")) {
            digits = "0" + digits;
        }
        return LOCAL.matcher(digits).matches() ? Optional.of(digits) : Optional.empty();
    }

    /** {@code +62 (0)812...} is common, so a zero after the country code is dropped. */
    private static String national(String rest) {
        return rest.startsWith("0") ? rest : "0" + rest;
    }
}
