package id.dompet.model;

import java.util.regex.Pattern;

/**
 * An Indonesian mobile number, whatever way the customer wrote it: {@code 0812-3456-7890}, {@code
 * +62 812 3456 7890}, {@code 6281234567890}, {@code 0062 812...}, {@code +62 (0)812...} and {@code
 * 812...} are one and the same. Wallets are known by these numbers.
 *
 * @param international digits only, with country code: {@code 62}, then {@code 8}, then 7 to 12
 *     digits
 */
public record PhoneNumber(String international) {
    private static final Pattern INTERNATIONAL = Pattern.compile("628[0-9]{7,12}");
    private static final Pattern SPELLING =
            Pattern.compile("\\+?[0-9 ().\\-/\u00a0\u2010-\u2013]+");

    /** Takes the international form only; {@link #of} reads every other spelling. */
    public PhoneNumber {
        if (!INTERNATIONAL.matcher(international).matches()) {
            throw notMobile();
        }
    }

    /**
     * Reads any of the usual spellings.
     *
     * @throws IllegalArgumentException if it is not an Indonesian mobile number; the message does
     *     not repeat it
     */
    public static PhoneNumber of(String spelling) {
        String text = spelling.strip();
        if (text.length() > 40 || !SPELLING.matcher(text).matches()) {
            throw notMobile();
        }
        String digits = text.replaceAll("[^0-9]", "");
        if (digits.startsWith("0062")) {
            digits = digits.substring(2);
        }
        if (digits.startsWith("62")) {
            digits = digits.substring(2);
        } else if (text.startsWith("+")) {
            throw notMobile();
        }
        if (digits.startsWith("0")) {
            digits = digits.substring(1);
        }
        return new PhoneNumber("62" + digits);
    }

    /** The way it is dialled at home, e.g. {@code 081234567890}. */
    public String local() {
        return "0" + international.substring(2);
    }

    /** Only the ends, e.g. {@code 62812*****890}: enough to recognise, not enough to call. */
    @Override
    public String toString() {
        int length = international.length();
        return international.substring(0, 5)
                + "*".repeat(length - 8)
                + international.substring(length - 3);
    }

    private static IllegalArgumentException notMobile() {
        return new IllegalArgumentException(
                "not an Indonesian mobile number: expected 08..., 628... or +628..., with 8"
                        + " to 13 digits after the leading 0 or 62");
    }
}
