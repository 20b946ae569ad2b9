package id.dompet.sandbox.shop;

import java.security.SecureRandom;

/** Names for orders and links: unique, and not to be guessed. */
final class References {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 12;
    private static final String ORDER = "kopi-";

    private References() {}

    static String order() {
        return next(ORDER);
    }

    static boolean isOrder(String reference) {
        return reference.matches(ORDER + "[a-z0-9]{" + LENGTH + "}");
    }

    static String link() {
        return next("link-");
    }

    private static String next(String kind) {
        StringBuilder reference = new StringBuilder(kind);
        RANDOM.ints(LENGTH, 0, LETTERS.length())
                .forEach(letter -> reference.append(LETTERS.charAt(letter)));
        return reference.toString();
    }
}
