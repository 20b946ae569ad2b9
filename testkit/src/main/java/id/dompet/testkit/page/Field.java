package id.dompet.testkit.page;

import id.dompet.testkit.PinCounter;

/**
 * One input of a page.
 *
 * @param name its name in the form, letters only
 * @param label what it asks for
 * @param hint what to type here
 * @param example what the hint speaks of; empty text if it names nothing
 * @param type the HTML input type
 * @param autocomplete what browsers may fill in, in HTML's words
 * @param maxLength the most characters it takes
 * @param value what it holds at first
 */
public record Field(
        String name,
        Text label,
        Text hint,
        String example,
        String type,
        String autocomplete,
        int maxLength,
        String value) {

    /** An empty field for the PIN. */
    public static Field pin() {
        return new Field(
                "pin", Text.PIN, Text.PIN_HINT, PinCounter.RIGHT_PIN, "password", "off", 6, "");
    }

    /** An empty field for a one-time code, which is {@code example} here. */
    public static Field otp(String example) {
        return new Field("otp", Text.OTP, Text.OTP_HINT, example, "text", "one-time-code", 6, "");
    }

    /** A field for the phone number of whoever pays. */
    public static Field phone(String value) {
        return new Field("phone", Text.PHONE, Text.PHONE_HINT, "", "tel", "tel", 20, value);
    }

    /** The value may be a phone number. */
    @Override
    public String toString() {
        return "Field[" + name + "]";
    }
}
