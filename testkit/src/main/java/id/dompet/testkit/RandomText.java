package id.dompet.testkit;

import java.security.SecureRandom;

/** Random texts for identifiers, keys and tokens of a simulator. Thread-safe. */
public final class RandomText {

    /** The ten digits. */
    public static final String DIGITS = "0123456789";

    /** Digits and upper-case letters. */
    public static final String UPPER = DIGITS + "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /** Digits and letters of both cases. */
    public static final String MIXED = UPPER + "abcdefghijklmnopqrstuvwxyz";

    private final SecureRandom random = new SecureRandom();

    /** A source of random texts. */
    public RandomText() {}

    /** So many characters of an alphabet. */
    public String pick(String alphabet, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
